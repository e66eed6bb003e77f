package org.cordboard.speech.turn;

/** What {@link BargeIn} decides upon. */
public sealed interface BargeInEvent {
  /**
   * The next 20 ms of the caller.
   *
   * @param loud louder than the line's noise
   * @param voiced the detector takes it for a voice
   * @param levelDb its level in decibels, any constant offset
   */
  record Frame(boolean loud, boolean voiced, double levelDb) implements BargeInEvent {}

  /** An utterance of the caller has begun. */
  record Started() implements BargeInEvent {}

  /** Its words so far. */
  record Words(String text) implements BargeInEvent {}

  /** It is over, its words still to come. */
  record Stopped() implements BargeInEvent {}

  /**
   * Its words; empty when there are none.
   *
   * @param turn whatever they are, it is a turn of the caller's
   */
  record Over(String text, boolean turn) implements BargeInEvent {}

  /** Its words will never be known: the recogniser failed. */
  record Lost() implements BargeInEvent {}

  /** A prompt is about to begin. */
  record Prompt() implements BargeInEvent {}

  /** Noise that seems to be a voice has begun, or is over. */
  record Din(boolean on) implements BargeInEvent {}

  /** Time has passed. */
  record Tick() implements BargeInEvent {}
}
