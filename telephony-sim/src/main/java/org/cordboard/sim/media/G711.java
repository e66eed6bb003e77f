package org.cordboard.sim.media;

/** μ-law and linear samples (ITU-T G.711). Pure. */
public final class G711 {
  private static final int BIAS = 0x84;
  private static final int CLIP = 32_635;
  private static final short[] LINEAR = table();

  private G711() {}

  private static short[] table() {
    short[] linear = new short[256];
    for (int code = 0; code < 256; code++) {
      int flipped = ~code & 0xFF;
      int magnitude = ((((flipped & 0x0F) << 3) + BIAS) << ((flipped & 0x70) >> 4)) - BIAS;
      linear[code] = (short) ((flipped & 0x80) != 0 ? -magnitude : magnitude);
    }
    return linear;
  }

  /** The 16-bit sample of a μ-law byte. */
  public static short decode(byte mulaw) {
    return LINEAR[mulaw & 0xFF];
  }

  /** The μ-law byte nearest to {@code sample}, which is clipped to 16 bits. */
  public static byte encode(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
    int exponent = 24 - Integer.numberOfLeadingZeros(magnitude & 0x7F80);
    exponent = Math.max(0, exponent);
    int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }
}
