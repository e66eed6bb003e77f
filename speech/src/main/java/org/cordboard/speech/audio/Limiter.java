package org.cordboard.speech.audio;

/**
 * Keeps peaks below a ceiling without clipping: the gain falls smoothly before a peak and rises
 * slowly after it, so that louder speech stays clean. Pure.
 */
public final class Limiter {
  private static final double AHEAD_S = 0.003; // the gain is down when the peak comes
  private static final double RELEASE_S = 0.08;

  private Limiter() {}

  /** {@code samples} times {@code gain}, none above {@code ceiling}; the same length. */
  public static float[] raised(float[] samples, int sampleRateHz, double gain, double ceiling) {
    int ahead = Math.max(1, (int) (sampleRateHz * AHEAD_S));
    double release = 1 - Math.exp(-1 / (sampleRateHz * RELEASE_S));
    double[] least = new double[samples.length]; // the gain that the next peak allows
    for (int i = samples.length - 1; i >= 0; i--) {
      double peak = Math.abs(samples[i]) * gain;
      double allowed = peak > ceiling ? ceiling / peak : 1;
      double later = i + 1 < samples.length ? least[i + 1] + 1.0 / ahead : 1;
      least[i] = Math.min(allowed, Math.min(1, later));
    }
    float[] limited = new float[samples.length];
    double held = samples.length == 0 ? 1 : least[0];
    for (int i = 0; i < samples.length; i++) {
      held = Math.min(least[i], held + (1 - held) * release);
      limited[i] = (float) (samples[i] * gain * held);
    }
    return limited;
  }

  /** Softens the first and last {@code ms} to silence, so that what is joined does not click. */
  public static void fade(float[] samples, int sampleRateHz, int ms) {
    int length = Math.min(samples.length / 2, sampleRateHz * ms / 1_000);
    for (int i = 0; i < length; i++) {
      float share = (float) (0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / length));
      samples[i] *= share;
      samples[samples.length - 1 - i] *= share;
    }
  }
}
