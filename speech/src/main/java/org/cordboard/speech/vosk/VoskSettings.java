package org.cordboard.speech.vosk;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Section {@code speech.vosk}.
 *
 * @param model folder of an unpacked model; when absent, the one that was fetched
 * @param workers streams decoded at once; 0 takes all processors
 * @param queue batches that may wait for a worker; beyond it utterances fail
 * @param batch audio gathered before it is decoded while somebody speaks
 * @param partialWords whether words so far come with their places and confidence
 * @param language what the model's speakers speak
 * @param grammar whether digits and yes/no are listened for with a grammar (small models only)
 */
public record VoskSettings(
    Optional<String> model,
    int workers,
    int queue,
    Duration batch,
    boolean partialWords,
    Locale language,
    boolean grammar) {
  /** Checks the ranges. */
  public VoskSettings {
    if (workers < 0 || workers > 256 || queue < 1) {
      throw new IllegalArgumentException("needs workers 0…256 and queue ≥ 1");
    }
    if (batch.toMillis() < 20 || batch.toMillis() > 1_000) {
      throw new IllegalArgumentException("batch must lie in 20ms…1s");
    }
  }

  int workersFor(int processors) {
    return workers > 0 ? workers : processors;
  }
}
