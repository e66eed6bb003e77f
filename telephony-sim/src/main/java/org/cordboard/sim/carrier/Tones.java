package org.cordboard.sim.carrier;

import org.cordboard.sim.media.PlayoutQueue;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.jspecify.annotations.Nullable;

/** The carrier's own sounds, computed: ringing, beeps, keys, waiting. */
final class Tones {
  private static final int RATE_HZ = 8000;
  private static final int FRAMES_PER_S = 50;
  private static final String KEYS = "123A456B789C*0#D";
  private static final int[] ROWS_HZ = {697, 770, 852, 941};
  private static final int[] COLUMNS_HZ = {1209, 1336, 1477, 1633};

  private Tones() {}

  /** A sum of sines for a number of frames; {@code peak} of each in linear units. */
  static Sound tone(long frames, int peak, double... hertz) {
    return new Sound() {
      private long frame;

      @Override
      public byte[] next() {
        return sines(frame++ * PlayoutQueue.FRAME_BYTES, peak, hertz);
      }

      @Override
      public boolean over() {
        return frame >= frames;
      }
    };
  }

  private static byte[] sines(long from, int peak, double... hertz) {
    byte[] mulaw = new byte[PlayoutQueue.FRAME_BYTES];
    for (int i = 0; i < mulaw.length; i++) {
      double sum = 0;
      for (double one : hertz) {
        sum += Math.sin(2 * Math.PI * one * (from + i) / RATE_HZ);
      }
      mulaw[i] = MuLaw.encode(Pcm.clip(sum * peak));
    }
    return mulaw;
  }

  /** The short tone that says somebody joined or left. */
  static Sound beep() {
    return tone(10, 5000, 440);
  }

  /** The tone before a recording. */
  static Sound recordBeep() {
    return tone(25, 6000, 1400);
  }

  /** A pressed key, 100 ms, as DTMF (ITU-T Q.23); anything else is half a second of silence. */
  static Sound key(char key) {
    int index = KEYS.indexOf(key);
    return index < 0 ? Sound.silence(25) : tone(5, 6000, ROWS_HZ[index / 4], COLUMNS_HZ[index % 4]);
  }

  /** Ringing as callers in North America hear it: 2 s of 440 and 480 Hz, 4 s of nothing. */
  static Sound ringing() {
    return new Endless() {
      @Override
      byte @Nullable [] frame(long number) {
        long inCycle = number % (6 * FRAMES_PER_S);
        return inCycle < 2 * FRAMES_PER_S
            ? sines(inCycle * PlayoutQueue.FRAME_BYTES, 2500, 440, 480)
            : null;
      }
    };
  }

  /** Soft chords for waiting, one every two seconds. */
  static Sound waiting() {
    return new Endless() {
      private final double[][] chords = {{262, 330}, {220, 262}, {175, 220}, {196, 247}};

      @Override
      byte @Nullable [] frame(long number) {
        long inChord = number % (2 * FRAMES_PER_S);
        int chord = (int) (number / (2 * FRAMES_PER_S) % chords.length);
        return inChord < 75 ? sines(inChord * PlayoutQueue.FRAME_BYTES, 900, chords[chord]) : null;
      }
    };
  }

  private abstract static class Endless implements Sound {
    private long number;

    abstract byte @Nullable [] frame(long number);

    @Override
    public byte @Nullable [] next() {
      return frame(number++);
    }

    @Override
    public boolean over() {
      return false;
    }
  }
}
