package org.cordboard.speech.whisper;

import java.util.List;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream.Expectation;

/** The text that the decoder believes came before: it leans towards its words and its style. */
final class WhisperPrompt {
  private static final int MOST_PHRASES = 24; // more crowds out the rest of the decoder's context

  private WhisperPrompt() {}

  static String of(RecognitionHints hints, Expectation expectation) {
    String form =
        switch (expectation) {
          case FREE -> "";
          case DIGITS -> "The number is 4, 8, 1, 9, 2, 7.";
          case YES_NO -> "Yes. No. Yes, please. No, thank you.";
          case SPELLING -> "";
        };
    List<String> phrases = hints.phrases();
    if (phrases.isEmpty()) {
      return form;
    }
    String words = String.join(", ", phrases.subList(0, Math.min(MOST_PHRASES, phrases.size())));
    return (words + ". " + form).trim();
  }
}
