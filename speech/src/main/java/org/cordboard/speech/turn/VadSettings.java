package org.cordboard.speech.turn;

/**
 * Section {@code speech.vad}: how voice is told from noise.
 *
 * @param type which detector
 * @param threshold probability from which a hop begins to be speech
 * @param release probability below which it ceases to be
 * @param energyThreshold level (rms, 16-bit units) from which a frame is speech, for {@code energy}
 */
public record VadSettings(Type type, double threshold, double release, double energyThreshold) {
  /** The detectors there are. */
  public enum Type {
    /** Silero's model behind an energy gate. */
    SILERO,
    /** Loudness alone; for scripted speech. */
    ENERGY,
    /**
     * Silero's work, and a verdict that tells scripted speech, which no model takes for a voice,
     * from other sounds as Silero tells people's; for load, which should cost what people cost.
     */
    SCRIPTED
  }

  /** Checks the ranges. */
  public VadSettings {
    if (!(threshold > 0 && threshold < 1 && release > 0 && release <= threshold)) {
      throw new IllegalArgumentException("needs 0 < release ≤ threshold < 1");
    }
    if (!(energyThreshold > 0)) {
      throw new IllegalArgumentException("energy-threshold must be above 0");
    }
  }
}
