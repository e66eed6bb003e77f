package org.cordboard.sim.analyse;

/**
 * How loud audio is, in decibels below full scale: 0 the loudest, {@link #SILENCE_DBFS} for digital
 * silence. Reads μ-law (ITU-T G.711) by itself, so that an error in the product's tables shows.
 */
public final class Loudness {
  /** The level of digital silence. */
  public static final double SILENCE_DBFS = -120;

  private static final double FULL_SCALE = 32_768;
  private static final short[] LINEAR = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      int bits = ~code & 0xff;
      int magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
      LINEAR[code] = (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
    }
  }

  private Loudness() {}

  /** The 16-bit sample that a μ-law byte stands for. */
  public static short linear(byte mulaw) {
    return LINEAR[mulaw & 0xff];
  }

  /** The level of μ-law audio. */
  public static double dbfs(byte[] mulaw) {
    double sum = 0;
    for (byte code : mulaw) {
      double sample = linear(code);
      sum += sample * sample;
    }
    return level(sum / mulaw.length);
  }

  /** The level of {@code length} 16-bit samples from {@code from}. */
  public static double dbfs(short[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      double sample = samples[i];
      sum += sample * sample;
    }
    return level(sum / length);
  }

  private static double level(double meanSquare) {
    return meanSquare == 0
        ? SILENCE_DBFS
        : Math.max(SILENCE_DBFS, 10 * Math.log10(meanSquare / FULL_SCALE / FULL_SCALE));
  }
}
