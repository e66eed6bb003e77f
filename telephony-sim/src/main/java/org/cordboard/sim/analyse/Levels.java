package org.cordboard.sim.analyse;

import java.util.Arrays;

/**
 * The level of a channel through time, in decibels below full scale, and what is usual in a part.
 */
final class Levels {
  /** Samples between two levels. */
  static final int STEP = 40; // 5 ms

  private static final int WIDTH = 160; // 20 ms around each
  private static final double FULL_SCALE = 32_768;

  private final double[] power; // sums up to each sample, so that any mean is one subtraction
  private final int length;

  Levels(short[] samples) {
    float[] sound = HighPass.of(samples);
    this.length = sound.length;
    this.power = new double[length + 1];
    for (int i = 0; i < length; i++) {
      power[i + 1] = power[i] + sound[i] * sound[i];
    }
  }

  int length() {
    return length;
  }

  /** The level that a hundredth of all 20 ms exceed. */
  double loudest() {
    return quantile(sorted(0, length), 0.99);
  }

  /** The level between two samples, cut to the channel. */
  double between(long from, long to) {
    int first = (int) Math.max(0, Math.min(from, length));
    int last = (int) Math.max(first, Math.min(to, length));
    double mean = last == first ? 0 : (power[last] - power[first]) / (last - first);
    return mean <= 0
        ? Loudness.SILENCE_DBFS
        : Math.max(Loudness.SILENCE_DBFS, 10 * Math.log10(mean / FULL_SCALE / FULL_SCALE));
  }

  /** The levels of 20 ms each, every 5 ms, that lie wholly between two samples; sorted. */
  double[] sorted(long from, long to) {
    int count = (int) Math.max(0, (to - from - WIDTH) / STEP + 1);
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      long at = from + (long) i * STEP;
      levels[i] = between(at, at + WIDTH);
    }
    Arrays.sort(levels);
    return levels;
  }

  /** What {@code share} of sorted levels do not exceed; digital silence when there are none. */
  static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Loudness.SILENCE_DBFS
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
