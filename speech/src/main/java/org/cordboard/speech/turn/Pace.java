package org.cordboard.speech.turn;

/**
 * How long this caller pauses within a turn, against others: the mean of the pauses met, which
 * begins at what is usual and is never far from it. Immutable.
 *
 * @param pauses how many were met
 * @param totalSamples their sum, 8 kHz
 */
record Pace(int pauses, long totalSamples) {
  static final Pace USUAL = new Pace(0, 0);

  private static final long USUAL_SAMPLES = 4_000; // 500 ms, a pause for thought
  private static final int WEIGHT = 4; // pauses that the usual one counts for
  private static final long LONGEST_SAMPLES = 16_000; // 2 s: longer is absence, not pace
  private static final double QUICKEST = 0.8;
  private static final double SLOWEST = 1.6;

  /** One more pause after which the caller went on. */
  Pace met(long samples) {
    return samples > LONGEST_SAMPLES ? this : new Pace(pauses + 1, totalSamples + samples);
  }

  /** 1 for the usual; more for one who pauses longer. */
  double factor() {
    double mean = (double) (WEIGHT * USUAL_SAMPLES + totalSamples) / (WEIGHT + pauses);
    return Math.max(QUICKEST, Math.min(SLOWEST, mean / USUAL_SAMPLES));
  }
}
