package org.cordboard.speech.audio;

import java.util.Arrays;

/**
 * Keeps peaks below a ceiling without clipping, as {@link Limiter} does, for audio that comes in
 * pieces of any length: what leaves is 3 ms behind what comes. One stream of one thread.
 */
public final class StreamLimiter {
  private static final double AHEAD_S = 0.003; // the gain is down when the peak comes
  private static final double RELEASE_S = 0.08;

  private final int ahead;
  private final double release;
  private final double gain;
  private final double ceiling;
  private float[] held = new float[0]; // what has come and not left
  private double share = 1; // of the gain, at the last sample that left

  /** For samples in −1…1, which leave times {@code gain} and not above {@code ceiling}. */
  public StreamLimiter(int sampleRateHz, double gain, double ceiling) {
    this.ahead = Math.max(1, (int) (sampleRateHz * AHEAD_S));
    this.release = 1 - Math.exp(-1 / (sampleRateHz * RELEASE_S));
    this.gain = gain;
    this.ceiling = ceiling;
  }

  /** Takes the next samples and answers those that can leave. */
  public float[] push(float[] samples) {
    float[] all = joined(samples);
    int leaving = Math.max(0, all.length - ahead);
    float[] limited = limited(all, leaving);
    held = Arrays.copyOfRange(all, leaving, all.length);
    return limited;
  }

  /** Answers what is left. */
  public float[] finish() {
    float[] rest = limited(held, held.length);
    held = new float[0];
    return rest;
  }

  private float[] limited(float[] all, int leaving) {
    double[] least = new double[all.length]; // the share that the next peak allows
    for (int i = all.length - 1; i >= 0; i--) {
      double peak = Math.abs(all[i]) * gain;
      double allowed = peak > ceiling ? ceiling / peak : 1;
      double later = i + 1 < all.length ? least[i + 1] + 1.0 / ahead : 1;
      least[i] = Math.min(allowed, Math.min(1, later));
    }
    float[] limited = new float[leaving];
    for (int i = 0; i < leaving; i++) {
      share = Math.min(least[i], share + (1 - share) * release);
      limited[i] = (float) (all[i] * gain * share);
    }
    return limited;
  }

  private float[] joined(float[] samples) {
    float[] all = Arrays.copyOf(held, held.length + samples.length);
    System.arraycopy(samples, 0, all, held.length, samples.length);
    return all;
  }
}
