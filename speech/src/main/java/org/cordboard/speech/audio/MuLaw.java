package org.cordboard.speech.audio;

/**
 * G.711 μ-law: one byte a sample, about 13 bits of range (ITU-T G.711, table 2). Encoding clips at
 * ±32,635. Pure; any thread.
 */
public final class MuLaw {
  /** A frame's worth of nothing is made of this byte: positive zero. */
  public static final byte SILENCE = (byte) 0xFF;

  private static final int BIAS = 0x84;
  private static final int CLIP = 32_635;
  private static final short[] DECODED = new short[256];
  private static final byte[] ENCODED = new byte[65_536];

  static {
    for (int code = 0; code < 256; code++) {
      DECODED[code] = expand(code);
    }
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      ENCODED[sample & 0xFFFF] = compress(sample);
    }
  }

  private MuLaw() {}

  /** The 16-bit sample that {@code code} stands for. */
  public static short decode(byte code) {
    return DECODED[code & 0xFF];
  }

  /** The code nearest to a 16-bit sample. */
  public static byte encode(short sample) {
    return ENCODED[sample & 0xFFFF];
  }

  /** All samples of {@code codes}. */
  public static short[] decode(byte[] codes) {
    short[] samples = new short[codes.length];
    decode(codes, samples);
    return samples;
  }

  /** All samples of {@code codes}, into {@code samples}, which has room for them. */
  public static void decode(byte[] codes, short[] samples) {
    for (int i = 0; i < codes.length; i++) {
      samples[i] = DECODED[codes[i] & 0xFF];
    }
  }

  /** All codes of {@code samples}. */
  public static byte[] encode(short[] samples) {
    byte[] codes = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      codes[i] = ENCODED[samples[i] & 0xFFFF];
    }
    return codes;
  }

  /** {@code codes} made louder or softer: 1 leaves them as they are, 0.25 is about −12 dB. */
  public static byte[] scaled(byte[] codes, double gain) {
    byte[] scaled = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      scaled[i] = encode(Pcm.clip(DECODED[codes[i] & 0xFF] * gain));
    }
    return scaled;
  }

  private static short expand(int code) {
    int inverted = ~code & 0xFF;
    int exponent = inverted >> 4 & 7;
    int magnitude = (((inverted & 0x0F) << 3) + BIAS << exponent) - BIAS;
    return (short) ((inverted & 0x80) != 0 ? -magnitude : magnitude);
  }

  private static byte compress(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
    int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
    int mantissa = magnitude >> exponent + 3 & 0x0F;
    return (byte) ~(sign | exponent << 4 | mantissa);
  }
}
