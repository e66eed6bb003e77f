package org.cordboard.speech.freetts;

import java.time.Duration;

/**
 * Section {@code speech.freetts}.
 *
 * @param workers pieces spoken at once
 * @param queue pieces that may wait for a worker
 * @param sentencePause silence between two sentences of a text
 */
public record FreeTtsSettings(int workers, int queue, Duration sentencePause) {
  /** Checks the ranges. */
  public FreeTtsSettings {
    if (workers < 1 || workers > 32 || queue < 1) {
      throw new IllegalArgumentException("needs workers 1…32 and queue ≥ 1");
    }
    if (sentencePause.isNegative() || sentencePause.toMillis() > 2_000) {
      throw new IllegalArgumentException("sentence-pause must lie in 0…2 s");
    }
  }
}
