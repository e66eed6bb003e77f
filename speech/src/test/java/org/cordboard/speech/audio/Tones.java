package org.cordboard.speech.audio;

/** Sine tones and their levels, for tests. */
final class Tones {
  private Tones() {}

  static float[] sine(double hz, int rateHz, int samples) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / rateHz));
    }
    return tone;
  }

  /** Level in dB of the middle half, against a full sine of 0.5. */
  static double level(float[] samples) {
    double sum = 0;
    int from = samples.length / 4;
    int to = samples.length * 3 / 4;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / (to - from) / 0.125);
  }
}
