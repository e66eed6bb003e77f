package org.cordboard.speech;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words recognised.
 *
 * @param text the words, without markup; empty when nothing was understood
 * @param confidence 0 to 1, the engine's own estimate or a derived one
 * @param words the words with their places; empty when the engine gives none
 * @param startSample where the utterance starts, in 8 kHz samples of the stream
 * @param endSample where it ends; in words so far without places, up to where they are all of the
 *     words, or below 0 when the engine does not tell
 * @param decode how long the engine worked on it
 * @param language what was spoken, when the engine was asked to tell and is sure of it
 */
public record Transcript(
    String text,
    double confidence,
    List<Word> words,
    long startSample,
    long endSample,
    Duration decode,
    Optional<Locale> language) {
  /** Copies the words and checks the confidence. */
  public Transcript {
    words = List.copyOf(words);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must lie in 0…1, not " + confidence);
    }
  }

  /** Words in a language that nobody asked the engine to tell. */
  public Transcript(
      String text,
      double confidence,
      List<Word> words,
      long startSample,
      long endSample,
      Duration decode) {
    this(text, confidence, words, startSample, endSample, decode, Optional.empty());
  }

  /** The same words, spoken in {@code language}. */
  public Transcript in(Optional<Locale> language) {
    return new Transcript(text, confidence, words, startSample, endSample, decode, language);
  }

  /** One word and its place, in 8 kHz samples of the stream. */
  public record Word(String text, double confidence, long startSample, long endSample) {}
}
