package org.cordboard.speech.scripted;

import java.time.Duration;

/**
 * Section {@code speech.scripted.recognizer}.
 *
 * @param partialLag from the end of a word to the partial that has it
 * @param finalLag from the end of an utterance to its final
 * @param wordErrors share of words, 0 to 1, that are misheard or missed
 * @param seed chooses which; the same seed mishears the same words
 */
public record ScriptedRecognizerSettings(
    Duration partialLag, Duration finalLag, double wordErrors, long seed) {
  /** Checks the ranges. */
  public ScriptedRecognizerSettings {
    if (partialLag.isNegative() || finalLag.isNegative()) {
      throw new IllegalArgumentException("partial-lag and final-lag must not be below 0");
    }
    if (!(wordErrors >= 0 && wordErrors <= 1)) {
      throw new IllegalArgumentException("word-errors must lie in 0…1");
    }
  }
}
