package org.cordboard.speech.audio;

/**
 * Samples in their three shapes: 16-bit, float in −1…1, and 16-bit little-endian bytes. Pure; any
 * thread.
 */
public final class Pcm {
  private static final float FULL_SCALE = 32_768f;

  private Pcm() {}

  /** Rounds to the nearest 16-bit value, clipping at the ends. */
  public static short clip(double value) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
  }

  /** 16-bit samples as floats in −1…1. */
  public static float[] toFloats(short[] samples) {
    float[] floats = new float[samples.length];
    toFloats(samples, floats, 0);
    return floats;
  }

  /** 16-bit samples as floats in −1…1, into {@code floats} from {@code at} on. */
  public static void toFloats(short[] samples, float[] floats, int at) {
    for (int i = 0; i < samples.length; i++) {
      floats[at + i] = samples[i] / FULL_SCALE;
    }
  }

  /** Floats in −1…1 as 16-bit samples, clipped. */
  public static short[] toShorts(float[] floats) {
    short[] samples = new short[floats.length];
    for (int i = 0; i < floats.length; i++) {
      samples[i] = clip(floats[i] * FULL_SCALE);
    }
    return samples;
  }

  /** 16-bit samples as little-endian bytes. */
  public static byte[] toBytes(short[] samples) {
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }

  /** Little-endian bytes as 16-bit samples; an odd last byte is left out. */
  public static short[] fromBytes(byte[] bytes) {
    short[] samples = new short[bytes.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
    }
    return samples;
  }

  /** Root mean square of {@code samples}, in 16-bit units; 0 for none. */
  public static double rms(short[] samples) {
    double sum = 0;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
  }

  /** Root mean square of floats in −1…1, in 16-bit units; 0 for none. */
  public static double rms(float[] floats) {
    double sum = 0;
    for (float value : floats) {
      sum += (double) value * value;
    }
    return floats.length == 0 ? 0 : FULL_SCALE * Math.sqrt(sum / floats.length);
  }
}
