package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.Locale;
import org.cordboard.speech.turn.Backchannels;

/**
 * How calls are treated: section {@code gateway.call}.
 *
 * @param language spoken where nothing else is chosen
 * @param maxCalls conversations with the AI at once; more get the keypad menu
 * @param maxRecognizerLag a new call gets the keypad menu while an utterance would wait longer
 * @param recognizerBudget words must follow the end of an utterance within this
 * @param repromptAfter silence after our prompt before the caller is spoken to again
 * @param keepEndedFor an ended call's session is remembered so long, for late callbacks
 * @param maxDuration a call is ended politely after this
 */
public record CallSettings(
    Locale language,
    int maxCalls,
    Duration maxRecognizerLag,
    Duration recognizerBudget,
    Duration repromptAfter,
    Duration keepEndedFor,
    Duration maxDuration) {
  /** The same in another language. */
  CallSettings in(Locale other) {
    return new CallSettings(
        other,
        maxCalls,
        maxRecognizerLag,
        recognizerBudget,
        repromptAfter,
        keepEndedFor,
        maxDuration);
  }

  /** Checks the ranges. */
  public CallSettings {
    if (!Backchannels.known(language)) {
      throw new IllegalArgumentException(
          "language '"
              + language.toLanguageTag()
              + "' has no list of backchannels: use en-US, or add it to speech.turn's resources");
    }
    if (maxCalls < 1) {
      throw new IllegalArgumentException("max-calls must be at least 1, not " + maxCalls);
    }
    if (maxRecognizerLag.isNegative() || keepEndedFor.isNegative()) {
      throw new IllegalArgumentException(
          "max-recognizer-lag and keep-ended-for must not be negative");
    }
    if (recognizerBudget.toMillis() < 1_000) {
      throw new IllegalArgumentException(
          "recognizer-budget must be at least 1s: a decode takes up to that");
    }
    if (maxDuration.toSeconds() < 60) {
      throw new IllegalArgumentException(
          "max-duration must be at least 60s: no caller is cut off in the first minute");
    }
    if (repromptAfter.compareTo(Duration.ofSeconds(2)) < 0) {
      throw new IllegalArgumentException(
          "reprompt-after must be at least 2s: people need to think");
    }
  }
}
