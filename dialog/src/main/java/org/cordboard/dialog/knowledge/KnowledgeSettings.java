package org.cordboard.dialog.knowledge;

/**
 * The section {@code knowledge} of the settings.
 *
 * @param threshold how near a passage must be to be an answer, 0 to 1
 * @param sure how near it must be to make a question of a turn that fits no intent, 0 to 1
 * @param overrules how near it must be to a question about no matter of the caller's own to make a
 *     question of what was read as a wish that a tool serves, 0 to 1
 */
public record KnowledgeSettings(double threshold, double sure, double overrules) {
  /** Checks the range, and that each is no less than the one before. */
  public KnowledgeSettings {
    if (threshold <= 0 || threshold >= 1) {
      throw new IllegalArgumentException("'threshold' must lie between 0 and 1");
    }
    if (sure < threshold || sure > 1) {
      throw new IllegalArgumentException("'sure' must lie between 'threshold' and 1");
    }
    if (overrules < sure || overrules > 1) {
      throw new IllegalArgumentException("'overrules' must lie between 'sure' and 1");
    }
  }
}
