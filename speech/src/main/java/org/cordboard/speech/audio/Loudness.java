package org.cordboard.speech.audio;

import java.util.Arrays;

/** Levels and edges of speech: bringing it to a common loudness, and cutting its silence. Pure. */
public final class Loudness {
  private static final int BLOCK_MS = 10;

  private Loudness() {}

  /**
   * Root mean square over the 10 ms blocks louder than the average block, so that pauses do not
   * count; in the samples' own unit. 0 for silence.
   */
  public static double active(float[] samples, int sampleRateHz) {
    double[] power = power(samples, sampleRateHz);
    double average = Arrays.stream(power).average().orElse(0);
    double loud = Arrays.stream(power).filter(p -> p > 0 && p >= average).average().orElse(0);
    return Math.sqrt(loud);
  }

  /** {@code samples} with an active level of {@code target}, but no peak above {@code ceiling}. */
  public static float[] levelled(
      float[] samples, int sampleRateHz, double target, double ceiling, double mostGain) {
    double peak = 1e-9;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double level = Math.max(1e-9, active(samples, sampleRateHz));
    double gain = Math.min(mostGain, Math.min(target / level, ceiling / peak));
    float[] scaled = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      scaled[i] = (float) (samples[i] * gain);
    }
    return scaled;
  }

  /**
   * Where speech begins and ends: the first and last block within 40 dB of the active level, with
   * {@code marginMs} on either side. An empty range when there is none.
   */
  public static int[] edges(float[] samples, int sampleRateHz, int marginMs) {
    double[] power = power(samples, sampleRateHz);
    double active = active(samples, sampleRateHz);
    double least = active * active * 1e-4;
    int first = 0;
    int last = power.length - 1;
    while (first <= last && (power[first] < least || power[first] <= 0)) {
      first++;
    }
    while (last >= first && (power[last] < least || power[last] <= 0)) {
      last--;
    }
    if (first > last) {
      return new int[] {0, 0};
    }
    int block = sampleRateHz * BLOCK_MS / 1_000;
    int margin = sampleRateHz * marginMs / 1_000;
    int from = Math.max(0, first * block - margin);
    return new int[] {from, Math.min(samples.length, (last + 1) * block + margin)};
  }

  private static double[] power(float[] samples, int sampleRateHz) {
    int block = sampleRateHz * BLOCK_MS / 1_000;
    double[] power = new double[(samples.length + block - 1) / block];
    for (int i = 0; i < samples.length; i++) {
      power[i / block] += (double) samples[i] * samples[i] / block;
    }
    return power;
  }
}
