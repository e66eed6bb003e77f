package org.cordboard.speech.flite;

import java.time.Duration;

/**
 * Section {@code speech.flite}.
 *
 * @param command the program: a name on the path, or a path
 * @param voice the one used when a prompt names none
 * @param timeout a sentence must have been made by then; longer, and the process is ended
 * @param workers sentences made at once: a process each
 * @param queue sentences that may wait for a worker
 * @param sentencePause silence between two sentences of a text
 */
public record FliteSettings(
    String command,
    String voice,
    Duration timeout,
    int workers,
    int queue,
    Duration sentencePause) {
  /** Checks the ranges. */
  public FliteSettings {
    if (command.isBlank() || voice.isBlank()) {
      throw new IllegalArgumentException("'command' and 'voice' must not be empty");
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
}
