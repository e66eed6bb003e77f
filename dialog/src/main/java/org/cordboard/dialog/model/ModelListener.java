package org.cordboard.dialog.model;

import java.util.List;
import java.util.Map;
import org.cordboard.dialog.knowledge.Knowledge;

/**
 * Takes a model's answer, on the call's loop. Ends with one of {@link #answered}, {@link #failed}.
 */
public interface ModelListener {
  /** What the documents say about the question, before the model's first word. */
  void passages(List<Knowledge.Passage> passages);

  /** More text. */
  void text(String delta);

  /** Nothing has come for the filler's time. */
  void slow();

  /** The answer is complete; the tools it asks for, by name, with their arguments. */
  void answered(Map<String, Map<String, String>> tools);

  /** It failed; {@code how} names the kind, without any of the call's words. */
  void failed(String how);
}
