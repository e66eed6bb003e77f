package org.cordboard.dialog.knowledge;

import java.util.List;

/** The company's documents, searchable by meaning. Blocking and shared: used on workers only. */
public interface Knowledge {

  /**
   * Passages that bear on a question, best first; empty when none is near enough to be an answer.
   *
   * @param question in the caller's words, masked
   * @param limit at most so many
   */
  List<Passage> find(String question, int limit);

  /**
   * A piece of a document.
   *
   * @param source file and heading, such as {@code returns.md#How long does a refund take}
   * @param text the passage, plain
   * @param score 0 to 1
   */
  record Passage(String source, String text, double score) {}
}
