package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a growing text into sentences, so that the first can be spoken before the last is there. */
final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of("mr.", "mrs.", "ms.", "dr.", "no.", "st.", "e.g.", "i.e.", "etc.", "a.m.", "p.m.");

  private Sentences() {}

  /**
   * What {@code text} holds.
   *
   * @param complete its sentences, trimmed, in order
   * @param rest what may still grow
   */
  record Cut(List<String> complete, String rest) {}

  /** Cuts after {@code .}, {@code !}, {@code ?} or {@code …} followed by white space. */
  static Cut cut(String text) {
    List<String> complete = new ArrayList<>();
    int from = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      boolean newline = text.charAt(i) == '\n';
      boolean ends = ".!?\u2026".indexOf(text.charAt(i)) >= 0;
      if (newline || (ends && Character.isWhitespace(text.charAt(i + 1)))) {
        String sentence = text.substring(from, i + 1).trim();
        if (!newline && abbreviation(sentence)) {
          continue;
        }
        if (!sentence.isEmpty()) {
          complete.add(sentence);
        }
        from = i + 1;
      }
    }
    return new Cut(complete, text.substring(from).stripLeading());
  }

  private static boolean abbreviation(String sentence) {
    String last =
        sentence.substring(sentence.lastIndexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);
    return ABBREVIATIONS.contains(last);
  }
}
