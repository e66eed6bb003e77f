package org.cordboard.config;

/** A setting that cannot be used. The message names the place, the key and the fix, in one line. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that is explained by {@code message} alone. */
  public SettingsException(String message) {
    super(message);
  }

  /** A failure with its cause. */
  public SettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}
