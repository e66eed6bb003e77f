package org.cordboard.speech.ladder;

import java.time.Duration;

/**
 * Section {@code speech.ladder}.
 *
 * @param words an utterance that has ended must have its words within this, else the next
 *     recogniser gets it
 * @param life an engine that shows signs of life must show one within this while somebody speaks
 * @param firstAudio a voice must have given something to play within this; the only one within
 *     twice as long
 * @param failures in a row, in any calls, after which an engine gets no new calls
 * @param rest how long it gets none; then one call tries it
 */
public record LadderSettings(
    Duration words, Duration life, Duration firstAudio, int failures, Duration rest) {
  /** Checks the ranges. */
  public LadderSettings {
    within("words", words, 200, 10_000);
    within("life", life, 200, 10_000);
    within("first-audio", firstAudio, 100, 10_000);
    within("rest", rest, 1_000, 3_600_000);
    if (failures < 1 || failures > 100) {
      throw new IllegalArgumentException("failures must lie in 1…100, not " + failures);
    }
  }

  private static void within(String key, Duration value, long leastMs, long mostMs) {
    if (value.toMillis() < leastMs || value.toMillis() > mostMs) {
      throw new IllegalArgumentException(
          key + " must lie in " + leastMs + "ms…" + mostMs + "ms, not " + value.toMillis() + "ms");
    }
  }
}
