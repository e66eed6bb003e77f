package org.cordboard.speech.turn;

/** What the endpointer says about one side of a call; positions in 8 kHz samples of the stream. */
public sealed interface TurnEvent {
  /** Speech has begun; {@code atSample} lies in the past by the detector's delay. */
  record Started(long atSample) implements TurnEvent {}

  /** Silence long enough that the turn is likely over; {@code atSample} is where speech ended. */
  record Paused(long atSample) implements TurnEvent {}

  /**
   * The words so far look like all of the turn, and it is quiet: an answer to them may be prepared.
   * Comes at most once for the same words.
   */
  record Ready(long atSample) implements TurnEvent {}

  /** Speech went on after {@link Paused}. */
  record Resumed(long atSample) implements TurnEvent {}

  /** The turn is over; {@code atSample} is where speech ended. */
  record Ended(long atSample) implements TurnEvent {}
}
