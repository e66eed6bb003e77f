package org.cordboard.speech.audio;

/**
 * Changes the sample rate by a ratio of whole numbers: a polyphase windowed-sinc filter (Kaiser, 70
 * dB), linear in phase and without delay, so that output sample n lies at the time n / toHz.
 *
 * <p>It streams: chunks pushed one after another yield exactly what one push of the whole would,
 * held back by half a filter until the next chunk or {@link #finish}. One stream of one thread.
 */
public final class Resampler {
  private static final int ZERO_CROSSINGS = 24;
  private static final double KAISER_BETA = 6.76; // 70 dB of stop band
  private static final double PASS_BAND = 0.93; // of the lower Nyquist frequency

  private final int up;
  private final int down;
  private final int reach; // input samples on either side of an output sample
  private final float[][] phases;
  private float[] held;
  private long heldStart; // input position of held[0]
  private long produced;

  /** A converter from {@code fromHz} to {@code toHz}, both positive. */
  public Resampler(int fromHz, int toHz) {
    if (fromHz <= 0 || toHz <= 0) {
      throw new IllegalArgumentException("sample rates must be positive");
    }
    int divisor = greatestCommonDivisor(fromHz, toHz);
    this.up = toHz / divisor;
    this.down = fromHz / divisor;
    double cutOff = PASS_BAND * Math.min(1.0, (double) toHz / fromHz);
    this.reach = up == down ? 0 : (int) Math.ceil(ZERO_CROSSINGS / cutOff);
    this.phases = up == down ? new float[0][] : phases(cutOff);
    this.held = new float[reach];
    this.heldStart = -reach;
  }

  /** All of {@code samples} at once: {@code length * toHz / fromHz} samples, rounded up. */
  public static float[] convert(float[] samples, int fromHz, int toHz) {
    Resampler resampler = new Resampler(fromHz, toHz);
    float[] first = resampler.push(samples);
    return joined(first, resampler.finish());
  }

  /** All of {@code samples} at once, in 16 bits. */
  public static short[] convert(short[] samples, int fromHz, int toHz) {
    return Pcm.toShorts(convert(Pcm.toFloats(samples), fromHz, toHz));
  }

  /** Takes the next chunk and answers what is ready; may be empty. */
  public float[] push(float[] chunk) {
    if (up == down) {
      return chunk.clone();
    }
    held = joined(held, chunk);
    long ready = heldStart + held.length - reach; // outputs before this input position can be made
    return produce(Math.max(0, Math.floorDiv(ready * up + down - 1, down)));
  }

  /** Answers what was held back, as if silence followed. The stream is over then. */
  public float[] finish() {
    if (up == down) {
      return new float[0];
    }
    long inputs = heldStart + held.length;
    held = joined(held, new float[reach + 1]);
    return produce(Math.floorDiv(inputs * up + down - 1, down));
  }

  private float[] produce(long until) {
    float[] output = new float[(int) Math.max(0, until - produced)];
    for (int i = 0; i < output.length; i++) {
      long position = (produced + i) * down;
      float[] taps = phases[(int) (position % up)];
      int from = (int) (position / up - reach + 1 - heldStart);
      double sum = 0;
      for (int tap = 0; tap < taps.length; tap++) {
        int at = from + tap;
        if (at >= 0 && at < held.length) {
          sum += taps[tap] * held[at];
        }
      }
      output[i] = (float) sum;
    }
    produced += output.length;
    long needed = produced * down / up - reach + 1;
    int drop = (int) Math.max(0, Math.min(held.length, needed - heldStart));
    float[] rest = new float[held.length - drop];
    System.arraycopy(held, drop, rest, 0, rest.length);
    held = rest;
    heldStart += drop;
    return output;
  }

  private float[][] phases(double cutOff) {
    float[][] built = new float[up][2 * reach];
    for (int phase = 0; phase < up; phase++) {
      double sum = 0;
      for (int tap = 0; tap < 2 * reach; tap++) {
        double distance = tap - reach + 1 - (double) phase / up;
        double value = cutOff * sinc(cutOff * distance) * kaiser(distance / reach);
        built[phase][tap] = (float) value;
        sum += value;
      }
      for (int tap = 0; tap < 2 * reach; tap++) {
        built[phase][tap] = (float) (built[phase][tap] / sum); // a steady level stays as it is
      }
    }
    return built;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) > 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; k < 40; k++) {
      term *= x * x / (4.0 * k * k);
      sum += term;
    }
    return sum;
  }

  private static float[] joined(float[] first, float[] second) {
    float[] all = new float[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
