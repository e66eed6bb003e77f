package org.cordboard.speech;

/** A model that is missing or corrupt. The message names the model, its place and the fix. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that is explained by {@code message} alone. */
  public ModelException(String message) {
    super(message);
  }

  /** A failure with its cause. */
  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
