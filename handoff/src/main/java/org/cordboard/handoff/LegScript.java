package org.cordboard.handoff;

/** What the agent's leg is told to do next; the answer to a request of that leg that is waiting. */
public sealed interface LegScript {

  /**
   * Ask for the key that proves a human; {@code text} carries nothing personal. Asked twice, then
   * the leg ends.
   */
  record AskForKey(String text) implements LegScript {}

  /** Speak the brief, then put the leg into the room. */
  record BriefThenJoin(String whisper, String room) implements LegScript {}

  /** Say {@code text} (may be empty) and end the leg. */
  record Goodbye(String text) implements LegScript {}
}
