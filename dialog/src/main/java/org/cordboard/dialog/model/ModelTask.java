package org.cordboard.dialog.model;

import java.util.Map;
import java.util.Set;
import org.cordboard.dialog.understanding.TurnReading;

/**
 * One question to the model: what the conversation knows beside the messages.
 *
 * @param generation of the asking
 * @param question the caller's words, masked
 * @param reading what they were read as
 * @param topic the tool intent that the conversation is about, or empty
 * @param known slots that the caller has given
 * @param fresh names of those given in this turn
 * @param hint a supervisor's, or empty
 * @param again true when a tool has answered since the caller's turn
 * @param reserve true when the built-in model stands in for a failing one
 */
public record ModelTask(
    long generation,
    String question,
    TurnReading reading,
    String topic,
    Map<String, String> known,
    Set<String> fresh,
    String hint,
    boolean again,
    boolean reserve) {
  /** Copies the collections. */
  public ModelTask {
    known = Map.copyOf(known);
    fresh = Set.copyOf(fresh);
  }
}
