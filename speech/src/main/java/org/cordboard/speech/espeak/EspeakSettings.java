package org.cordboard.speech.espeak;

import java.time.Duration;
import java.util.Locale;

/**
 * Section {@code speech.espeak-ng}.
 *
 * @param command the program: a name on the path, or a path
 * @param language BCP 47; empty takes that of the calls
 * @param voice the one used when a prompt names none; empty takes the language's own
 * @param wordsPerMinute its normal pace
 * @param timeout a sentence must have been made by then; longer, and the process is ended
 * @param workers sentences made at once: a process each
 * @param queue sentences that may wait for a worker
 * @param sentencePause silence between two sentences of a text
 */
public record EspeakSettings(
    String command,
    String language,
    String voice,
    int wordsPerMinute,
    Duration timeout,
    int workers,
    int queue,
    Duration sentencePause) {
  /** Checks the ranges. */
  public EspeakSettings {
    if (command.isBlank()) {
      throw new IllegalArgumentException("'command' must not be empty");
    }
    if (!language.isEmpty() && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
      throw new IllegalArgumentException(
          "language must be a BCP 47 name such as \"de-DE\", or empty, not \"" + language + "\"");
    }
    if (wordsPerMinute < 80 || wordsPerMinute > 300) {
      throw new IllegalArgumentException("words-per-minute must lie in 80…300");
    }
    if (timeout.toMillis() < 100 || timeout.toMillis() > 60_000) {
      throw new IllegalArgumentException("timeout must lie in 100ms…60s");
    }
    if (workers < 1 || workers > 32 || queue < 1) {
      throw new IllegalArgumentException("needs workers 1…32 and queue ≥ 1");
    }
    if (sentencePause.isNegative() || sentencePause.toMillis() > 2_000) {
      throw new IllegalArgumentException("sentence-pause must lie in 0…2 s");
    }
  }

  /** The language of its texts when calls are in {@code calls}. */
  Locale spoken(Locale calls) {
    return language.isEmpty() ? calls : Locale.forLanguageTag(language);
  }
}
