package org.cordboard.speech.whisper;

import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code speech.whisper}.
 *
 * @param model a ggml model file; the bundled tiny.en when absent
 * @param workers decodes at once; 0 takes half the processors
 * @param threads processor threads of one decode
 * @param queue utterances that may wait for a worker; beyond it they fail at once
 * @param speculate whether a decode starts on trial when the caller pauses and a worker is free
 * @param partialsFrom processors from which words are guessed while they are spoken; 0 for never
 * @param partialEvery audio between two guesses
 * @param warmUp whether silence is decoded when the first call comes, so that its words need not
 *     wait
 * @param tail audio after the last voiced frame that is decoded with an utterance
 */
public record WhisperSettings(
    Optional<String> model,
    int workers,
    int threads,
    int queue,
    boolean speculate,
    int partialsFrom,
    Duration partialEvery,
    boolean warmUp,
    Duration tail) {
  /** Checks the ranges. */
  public WhisperSettings {
    if (workers < 0 || workers > 64 || threads < 1 || threads > 64 || queue < 1) {
      throw new IllegalArgumentException("needs workers 0…64, threads 1…64, queue ≥ 1");
    }
    if (partialsFrom < 0 || partialsFrom > 1_024) {
      throw new IllegalArgumentException("partials-from must lie in 0…1024, not " + partialsFrom);
    }
    if (partialEvery.toMillis() < 200 || partialEvery.toMillis() > 5_000) {
      throw new IllegalArgumentException("partial-every must lie in 200ms…5s");
    }
    if (tail.isNegative() || tail.toMillis() > 1_000) {
      throw new IllegalArgumentException("tail must lie in 0…1 s");
    }
  }

  /** Workers to start on a machine of {@code processors}. */
  int workersFor(int processors) {
    return workers > 0 ? workers : Math.max(1, processors / 2);
  }
}
