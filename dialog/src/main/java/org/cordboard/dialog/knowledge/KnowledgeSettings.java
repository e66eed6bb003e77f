package org.cordboard.dialog.knowledge;

/**
 * The section {@code knowledge} of the settings.
 *
 * @param threshold how near a passage must be to be an answer, 0 to 1
 */
public record KnowledgeSettings(double threshold) {
  /** Checks the range. */
  public KnowledgeSettings {
    if (threshold <= 0 || threshold >= 1) {
      throw new IllegalArgumentException("'threshold' must lie between 0 and 1");
    }
  }
}
