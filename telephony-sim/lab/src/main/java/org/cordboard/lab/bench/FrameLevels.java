package org.cordboard.lab.bench;

import java.util.Arrays;
import org.cordboard.speech.audio.MuLaw;

/**
 * How loud each 20 ms of a channel is, on the carrier's own ticks: exact for scripted speech, whose
 * frames have one level each. Rms in 16-bit units.
 */
final class FrameLevels {
  static final int FRAME_MS = 20;
  private static final int FRAME = 160;
  private static final double AUDIBLE = 100; // −50 dBFS

  private final double[] rms;

  private FrameLevels(double[] rms) {
    this.rms = rms;
  }

  static FrameLevels of(byte[] mulaw) {
    return of(MuLaw.decode(mulaw));
  }

  static FrameLevels of(short[] samples) {
    double[] rms = new double[samples.length / FRAME];
    for (int i = 0; i < rms.length; i++) {
      double sum = 0;
      for (int at = i * FRAME; at < (i + 1) * FRAME; at++) {
        sum += (double) samples[at] * samples[at];
      }
      rms[i] = Math.sqrt(sum / FRAME);
    }
    return new FrameLevels(rms);
  }

  int count() {
    return rms.length;
  }

  /** The level of a frame; 0 outside. */
  double at(int frame) {
    return frame < 0 || frame >= rms.length ? 0 : rms[frame];
  }

  boolean audible(int frame) {
    return at(frame) >= AUDIBLE;
  }

  /** How many of the frames {@code from} … {@code to − 1} are audible. */
  int audible(int from, int to) {
    int count = 0;
    for (int frame = from; frame < to; frame++) {
      count += audible(frame) ? 1 : 0;
    }
    return count;
  }

  /** The usual level of the audible ones among them; 0 when there are none. */
  double usual(int from, int to) {
    double[] levels = new double[Math.max(0, to - from)];
    int count = 0;
    for (int frame = from; frame < to; frame++) {
      if (audible(frame)) {
        levels[count++] = at(frame);
      }
    }
    Arrays.sort(levels, 0, count);
    return count == 0 ? 0 : levels[count / 2];
  }
}
