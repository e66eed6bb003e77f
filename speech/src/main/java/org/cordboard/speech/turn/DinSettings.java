package org.cordboard.speech.turn;

import java.time.Duration;

/**
 * Section {@code speech.din}: noise that the detector takes for a voice, and how words are still
 * found in it.
 *
 * @param after a voice that brings no word for so long is asked for its words; three quarters of
 *     that, all voice together, are noise when there are none
 * @param over silence that ends it
 * @param cut while it lasts, an utterance of which no words are known is ended after this
 * @param settled while it lasts, an utterance is ended when no more words have come for this
 */
public record DinSettings(Duration after, Duration over, Duration cut, Duration settled) {
  /** Nothing is ever taken for noise. */
  public static final DinSettings NEVER =
      new DinSettings(
          Duration.ofDays(1), Duration.ofDays(1), Duration.ofHours(1), Duration.ofHours(1));

  /** Checks the ranges and their order. */
  public DinSettings {
    if (after.toMillis() < 4_000) {
      throw new IllegalArgumentException(
          "after must be at least 4s: people speak so long in one breath");
    }
    if (over.toMillis() < 300) {
      throw new IllegalArgumentException("over must be at least 300ms: noise takes breaths, too");
    }
    if (cut.toMillis() < 2_000 || cut.compareTo(after) > 0) {
      throw new IllegalArgumentException("needs 2s ≤ cut ≤ after: whole answers must fit into it");
    }
    if (settled.toMillis() < 500 || settled.compareTo(cut) > 0) {
      throw new IllegalArgumentException("needs 500ms ≤ settled ≤ cut: words come with a lag");
    }
  }
}
