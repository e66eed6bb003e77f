package org.cordboard.speech.models;

import java.nio.file.Path;

/**
 * How it stands with a model on this machine.
 *
 * @param entry the model
 * @param status whether it can be used
 * @param path where it lies or would lie
 */
public record ModelState(ModelEntry entry, Status status, Path path) {
  /** Whether a model can be used. */
  public enum Status {
    /** It comes with the product. */
    BUNDLED,
    /** It was fetched. */
    PRESENT,
    /** It can be fetched. */
    ABSENT
  }
}
