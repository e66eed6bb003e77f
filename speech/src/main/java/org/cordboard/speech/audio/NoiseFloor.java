package org.cordboard.speech.audio;

/**
 * How loud a line is when nobody speaks: falls at once with its softest frames, and rises slowly.
 * In 16-bit units; one stream of one thread.
 */
public final class NoiseFloor {
  /** The level below which nothing is a sound. */
  public static final double QUIETEST = 10;

  private static final double RISE_PER_FRAME = Math.pow(10, 3.0 / 20 / 50); // 3 dB a second

  private double floor = QUIETEST;

  /** Takes the level (rms) of the next 20 ms; answers the floor. */
  public double next(double level) {
    floor = Math.max(QUIETEST, Math.min(level, floor * RISE_PER_FRAME));
    return floor;
  }

  /** The floor now. */
  public double level() {
    return floor;
  }
}
