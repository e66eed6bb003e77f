package org.cordboard.speech.audio;

/**
 * Changes of loudness without a click: μ-law whose gain goes from one value to another over its
 * first milliseconds and stays there. Pure.
 */
public final class Fade {
  private static final int RAMP_SAMPLES = 80; // 10 ms at 8 kHz: no click, and no word is swallowed

  private Fade() {}

  /** {@code mulaw} with a gain that goes from {@code from} to {@code to}. */
  public static byte[] over(byte[] mulaw, double from, double to) {
    return over(mulaw, from, to, RAMP_SAMPLES);
  }

  /** {@code mulaw} fading from {@code from} to nothing over its whole length. */
  public static byte[] out(byte[] mulaw, double from) {
    return over(mulaw, from, 0, mulaw.length);
  }

  private static byte[] over(byte[] mulaw, double from, double to, int rampSamples) {
    if (from == 1 && to == 1) {
      return mulaw;
    }
    byte[] scaled = new byte[mulaw.length];
    for (int i = 0; i < scaled.length; i++) {
      double gain = i < rampSamples ? from + (to - from) * (i + 1) / rampSamples : to;
      scaled[i] = MuLaw.encode(Pcm.clip(MuLaw.decode(mulaw[i]) * gain));
    }
    return scaled;
  }
}
