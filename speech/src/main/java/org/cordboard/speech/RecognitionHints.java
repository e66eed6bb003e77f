package org.cordboard.speech;

import java.util.List;
import java.util.Locale;

/**
 * What a recogniser may know before it listens.
 *
 * @param language the language spoken
 * @param phrases words of the business (names, products) that the engine is biased to, if it can be
 */
public record RecognitionHints(Locale language, List<String> phrases) {
  /** Copies the list. */
  public RecognitionHints {
    phrases = List.copyOf(phrases);
  }

  /** English without business words. */
  public static RecognitionHints english() {
    return new RecognitionHints(Locale.US, List.of());
  }
}
