package org.cordboard.dialog.understanding;

/**
 * The section {@code understanding} of the settings.
 *
 * @param threshold confidence below which an intent is {@code unknown}, 0 to 1
 */
public record UnderstandingSettings(double threshold) {
  /** Checks the range. */
  public UnderstandingSettings {
    if (threshold <= 0 || threshold >= 1) {
      throw new IllegalArgumentException("'threshold' must lie between 0 and 1");
    }
  }
}
