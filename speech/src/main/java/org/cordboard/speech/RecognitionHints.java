package org.cordboard.speech;

import java.util.List;
import java.util.Locale;

/**
 * What a recogniser may know before it listens.
 *
 * @param language the language spoken
 * @param phrases words of the business (names, products) that the engine is biased to, if it can be
 * @param others languages that it may turn out to be: an engine that can tells in its finals which
 */
public record RecognitionHints(Locale language, List<String> phrases, List<Locale> others) {
  /** Copies the lists. */
  public RecognitionHints {
    phrases = List.copyOf(phrases);
    others = List.copyOf(others);
  }

  /** One language, which is known. */
  public RecognitionHints(Locale language, List<String> phrases) {
    this(language, phrases, List.of());
  }

  /** English without business words. */
  public static RecognitionHints english() {
    return new RecognitionHints(Locale.US, List.of());
  }
}
