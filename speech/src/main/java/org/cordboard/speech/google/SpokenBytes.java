package org.cordboard.speech.google;

import java.util.Arrays;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Resampler;

/**
 * Google's audio as it comes, in pieces of any length, made μ-law at 8 kHz of the loudness asked
 * for. A WAV header in front, which whole texts have, is left out. One speech of one thread.
 */
final class SpokenBytes {
  private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
  private static final byte[] DATA = {'d', 'a', 't', 'a'};
  private static final int CHUNK_HEADER = 8;

  private final boolean mulaw;
  private final double gain;
  private final Resampler resampler = new Resampler(SynthesisRequests.PCM_RATE_HZ, 8_000);
  private byte[] held = new byte[0]; // of a header, or half a sample
  private boolean begun;

  SpokenBytes(boolean mulaw, double gain) {
    this.mulaw = mulaw;
    this.gain = gain;
  }

  /** The next piece; may be empty. */
  byte[] push(byte[] piece) {
    byte[] all = joined(held, piece);
    held = new byte[0];
    if (!begun) {
      int start = start(all);
      if (start < 0) {
        held = all;
        return new byte[0];
      }
      begun = true;
      all = Arrays.copyOfRange(all, start, all.length);
    }
    return mulaw ? louder(all) : narrowed(all);
  }

  /** What was held back. */
  byte[] finish() {
    byte[] rest = begun ? new byte[0] : held; // shorter than a header could be
    return mulaw ? louder(rest) : encoded(resampler.finish());
  }

  /** Where audio starts, or −1 when that cannot be told yet. */
  private static int start(byte[] all) {
    if (all.length < RIFF.length) {
      return -1;
    }
    if (!Arrays.equals(all, 0, RIFF.length, RIFF, 0, RIFF.length)) {
      return 0;
    }
    for (int at = 12; at + CHUNK_HEADER <= all.length; ) {
      if (Arrays.equals(all, at, at + DATA.length, DATA, 0, DATA.length)) {
        return at + CHUNK_HEADER;
      }
      int size = all[at + 4] & 0xFF | (all[at + 5] & 0xFF) << 8 | (all[at + 6] & 0xFF) << 16;
      at += CHUNK_HEADER + size + size % 2;
    }
    return -1;
  }

  private byte[] narrowed(byte[] pcm) {
    int whole = pcm.length / 2 * 2;
    held = Arrays.copyOfRange(pcm, whole, pcm.length);
    short[] samples = Pcm.fromBytes(Arrays.copyOf(pcm, whole));
    return encoded(resampler.push(Pcm.toFloats(samples)));
  }

  private byte[] encoded(float[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= (float) gain;
    }
    return MuLaw.encode(Pcm.toShorts(samples));
  }

  private byte[] louder(byte[] codes) {
    return gain == 1 ? codes : MuLaw.scaled(codes, gain);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
