package org.cordboard.speech;

import java.time.Duration;
import java.util.List;

/**
 * Words recognised.
 *
 * @param text the words, without markup; empty when nothing was understood
 * @param confidence 0 to 1, the engine's own estimate or a derived one
 * @param words the words with their places; empty when the engine gives none
 * @param startSample where the utterance starts, in 8 kHz samples of the stream
 * @param endSample where it ends
 * @param decode how long the engine worked on it
 */
public record Transcript(
    String text,
    double confidence,
    List<Word> words,
    long startSample,
    long endSample,
    Duration decode) {
  /** Copies the words and checks the confidence. */
  public Transcript {
    words = List.copyOf(words);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must lie in 0…1, not " + confidence);
    }
  }

  /** One word and its place, in 8 kHz samples of the stream. */
  public record Word(String text, double confidence, long startSample, long endSample) {}
}
