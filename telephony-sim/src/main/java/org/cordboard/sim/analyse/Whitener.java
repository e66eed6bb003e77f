package org.cordboard.sim.analyse;

/**
 * Makes a given noise flat: the linear prediction of order 10 learnt from it, turned round. What
 * has another colour than the noise, such as a voice, stands out of the result.
 */
final class Whitener {
  /** Samples before a stretch that are needed to whiten it. */
  static final int ORDER = 10;

  private static final double SOFTEN = 1.0001; // keeps pure tones from making it unstable

  private final double[] taps;

  /** Learns from the samples between two places. */
  Whitener(float[] sound, int from, int to) {
    double[] correlation = new double[ORDER + 1];
    for (int lag = 0; lag <= ORDER; lag++) {
      double sum = 0;
      for (int i = from + lag; i < to; i++) {
        sum += sound[i] * sound[i - lag];
      }
      correlation[lag] = sum;
    }
    correlation[0] = correlation[0] * SOFTEN + 1;
    this.taps = levinson(correlation);
  }

  /** The whitened sample at a place that has {@link #ORDER} samples before it. */
  double at(float[] sound, int place) {
    double value = sound[place];
    for (int k = 1; k <= ORDER; k++) {
      value += taps[k] * sound[place - k];
    }
    return value;
  }

  /** The first coefficients of the cepstrum of what was learnt, each times its number. */
  double[] cepstrum(int count) {
    double[] weighted = new double[count];
    for (int n = 1; n <= count; n++) {
      double sum = -n * taps[n];
      for (int k = 1; k < n; k++) {
        sum -= weighted[k - 1] * taps[n - k];
      }
      weighted[n - 1] = sum;
    }
    return weighted;
  }

  /** Mean square of the whitened samples between two places. */
  double power(float[] sound, int from, int to) {
    double sum = 0;
    for (int i = Math.max(from, ORDER); i < to; i++) {
      double value = at(sound, i);
      sum += value * value;
    }
    return sum / Math.max(1, to - Math.max(from, ORDER));
  }

  private static double[] levinson(double[] correlation) {
    double[] taps = new double[ORDER + 1];
    taps[0] = 1;
    double error = correlation[0];
    for (int order = 1; order <= ORDER; order++) {
      double sum = correlation[order];
      for (int k = 1; k < order; k++) {
        sum += taps[k] * correlation[order - k];
      }
      double reflection = -sum / error;
      double[] next = taps.clone();
      for (int k = 1; k < order; k++) {
        next[k] = taps[k] + reflection * taps[order - k];
      }
      next[order] = reflection;
      System.arraycopy(next, 0, taps, 0, ORDER + 1);
      error *= 1 - reflection * reflection;
    }
    return taps;
  }
}
