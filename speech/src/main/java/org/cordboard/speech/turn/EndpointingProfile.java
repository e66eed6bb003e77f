package org.cordboard.speech.turn;

import java.time.Duration;

/**
 * How patiently one kind of answer is listened to.
 *
 * @param minSpeech voice needed before an utterance counts as begun
 * @param pause silence after which the turn is likely over, so that a decode may start on trial
 * @param end silence after which the turn is over
 * @param maxUtterance length at which an utterance is ended, talking or not
 * @param lead audio before the first voiced frame that belongs to the utterance: soft onsets
 */
public record EndpointingProfile(
    Duration minSpeech, Duration pause, Duration end, Duration maxUtterance, Duration lead) {
  /** Checks the order of the durations. */
  public EndpointingProfile {
    if (minSpeech.isNegative() || minSpeech.isZero() || lead.isNegative() || pause.isNegative()) {
      throw new IllegalArgumentException("min-speech must be above 0, lead and pause not below");
    }
    if (end.compareTo(pause) < 0 || maxUtterance.compareTo(end) <= 0) {
      throw new IllegalArgumentException("needs pause ≤ end < max-utterance");
    }
  }

  static long samples(Duration span) {
    return span.toMillis() * 8;
  }
}
