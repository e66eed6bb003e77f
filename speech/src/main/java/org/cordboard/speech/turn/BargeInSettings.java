package org.cordboard.speech.turn;

import java.time.Duration;

/**
 * Section {@code speech.barge-in}: how a caller who speaks over a prompt is told from one who only
 * murmurs, coughs or talks to somebody else.
 *
 * @param duckAfter sound that makes a prompt softer
 * @param duckGain how soft: 0.25 is 12 dB less
 * @param confirmWithin a sound that is no voice by then gives the prompt its volume back
 * @param hushAfter steady voice that silences the prompt until the decision
 * @param decideWithin a softened or silenced prompt is stopped or resumed within this
 * @param wordsWithin words follow the end of a voice within this, if the engine gives any so early
 * @param longVoice voice from which nobody merely murmurs, where words cannot tell
 * @param beganWithin a prompt that is no longer under way gives way to a caller who spoke first
 * @param softerDb a voice so much softer than the caller's usual one talks to somebody else
 */
public record BargeInSettings(
    Duration duckAfter,
    double duckGain,
    Duration confirmWithin,
    Duration hushAfter,
    Duration decideWithin,
    Duration wordsWithin,
    Duration longVoice,
    Duration beganWithin,
    double softerDb) {
  /** Checks the ranges and their order. */
  public BargeInSettings {
    if (duckAfter.toMillis() < 20 || hushAfter.compareTo(duckAfter) <= 0) {
      throw new IllegalArgumentException("needs 20ms ≤ duck-after < hush-after");
    }
    if (hushAfter.toMillis() > 2_000 || decideWithin.toMillis() > 2_000) {
      throw new IllegalArgumentException("hush-after and decide-within must not exceed 2s");
    }
    if (confirmWithin.isNegative() || confirmWithin.isZero() || decideWithin.toMillis() < 100) {
      throw new IllegalArgumentException("needs confirm-within above 0 and decide-within ≥ 100ms");
    }
    if (wordsWithin.isNegative() || longVoice.isNegative() || beganWithin.isNegative()) {
      throw new IllegalArgumentException(
          "words-within, long-voice and began-within must not be below 0");
    }
    if (!(duckGain > 0 && duckGain < 1)) {
      throw new IllegalArgumentException("duck-gain must lie between 0 and 1");
    }
    if (!(softerDb > 0)) {
      throw new IllegalArgumentException("softer-db must be above 0");
    }
  }
}
