package org.cordboard.speech.audio;

/**
 * The active speech level of ITU-T P.56, method B: the level of the signal while somebody speaks,
 * pauses left out, with the activity threshold 15.9 dB below the level itself. Streaming; one
 * stream of one thread.
 */
public final class ActiveLevel {
  private static final double TIME_CONSTANT_S = 0.03;
  private static final double HANGOVER_S = 0.2;
  private static final double MARGIN_DB = 15.9;
  private static final int THRESHOLDS = 15; // from full scale down, 6 dB apart

  private final double smoothing;
  private final int hangoverSamples;
  private final long[] active = new long[THRESHOLDS];
  private final int[] hanging = new int[THRESHOLDS];
  private double first;
  private double envelope;
  private double energy;
  private long samples;

  /** A meter of samples of −1 to 1 at that rate. */
  public ActiveLevel(int sampleRateHz) {
    this.smoothing = Math.exp(-1 / (sampleRateHz * TIME_CONSTANT_S));
    this.hangoverSamples = (int) (sampleRateHz * HANGOVER_S);
    java.util.Arrays.fill(hanging, hangoverSamples);
  }

  /** The level of a whole recording, in dB relative to full scale (RMS); see {@link #dbov}. */
  public static double of(float[] samples, int sampleRateHz) {
    ActiveLevel level = new ActiveLevel(sampleRateHz);
    level.accept(samples);
    return level.dbov();
  }

  /** Takes the next samples. */
  public void accept(float[] chunk) {
    for (float sample : chunk) {
      energy += (double) sample * sample;
      first = smoothing * first + (1 - smoothing) * Math.abs(sample);
      envelope = smoothing * envelope + (1 - smoothing) * first;
      double threshold = 1;
      for (int j = 0; j < THRESHOLDS; j++) {
        threshold /= 2;
        if (envelope >= threshold) {
          active[j]++;
          hanging[j] = 0;
        } else if (hanging[j] < hangoverSamples) {
          active[j]++;
          hanging[j]++;
        }
      }
      samples++;
    }
  }

  /** The active level so far, dB relative to full scale; −100 when nothing was active. */
  public double dbov() {
    double levelBefore = 0;
    double gapBefore = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < THRESHOLDS; j++) {
      if (active[j] == 0) {
        continue;
      }
      double level = 10 * Math.log10(energy / active[j] + 1e-12);
      double gap = level - 20 * Math.log10(Math.pow(2, -(j + 1)));
      if (gap >= MARGIN_DB) {
        if (gapBefore == Double.NEGATIVE_INFINITY) {
          return level;
        }
        double share = (MARGIN_DB - gapBefore) / (gap - gapBefore);
        return levelBefore + share * (level - levelBefore);
      }
      levelBefore = level;
      gapBefore = gap;
    }
    return -100;
  }

  /** The share of the time that was active at the level found, 0 to 1. */
  public double activity() {
    double level = dbov();
    return samples == 0 || level <= -100
        ? 0
        : Math.min(1, energy / samples / Math.pow(10, level / 10));
  }
}
