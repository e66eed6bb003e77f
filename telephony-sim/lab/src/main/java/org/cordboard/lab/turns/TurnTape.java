package org.cordboard.lab.turns;

import java.util.Arrays;
import java.util.Random;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;

/**
 * Pieces of recordings with silences between them, put together without a click: before and after a
 * silence a piece fades for 10 ms into what precedes and follows it where it was recorded. One
 * thread.
 */
final class TurnTape {
  private static final int SEAM = 80; // 10 ms

  private final Random random;
  private double[] tape = new double[1 << 16];
  private int end;

  TurnTape(Random random) {
    this.random = random;
  }

  /** Where the next piece will begin. */
  int end() {
    return end;
  }

  /** Puts {@code sound[from, to)} at the end. */
  void piece(short[] sound, int from, int to) {
    ensure(to - from + SEAM);
    for (int i = 1; i <= SEAM && end - i >= 0 && from - i >= 0; i++) {
      tape[end - i] += sound[from - i] * (1 - (double) i / SEAM);
    }
    for (int i = from; i < to; i++) {
      tape[end + i - from] += sound[i];
    }
    end += to - from;
    for (int i = 0; i < SEAM && to + i < sound.length; i++) {
      tape[end + i] += sound[to + i] * (1 - (i + 1.0) / SEAM);
    }
  }

  /** Puts so many samples of {@code tone} at the end. */
  void silence(RoomTone tone, int samples) {
    ensure(samples + SEAM);
    short[] quiet = tone.samples(samples, random);
    for (int i = 0; i < samples; i++) {
      double in = Math.min(1, (i + 1.0) / SEAM);
      double out = Math.min(1, (double) (samples - i) / SEAM);
      tape[end + i] += quiet[i] * in * out;
    }
    end += samples;
  }

  private void ensure(int more) {
    if (end + more > tape.length) {
      tape = Arrays.copyOf(tape, 2 * (end + more));
    }
  }

  /** All of it, μ-law of 8 kHz. */
  byte[] mulaw() {
    short[] samples = new short[end];
    for (int i = 0; i < end; i++) {
      samples[i] = Pcm.clip(tape[i]);
    }
    return MuLaw.encode(samples);
  }
}
