package org.cordboard.speech.google;

import java.util.Arrays;
import org.cordboard.speech.audio.ActiveLevel;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Resampler;
import org.cordboard.speech.audio.StreamLimiter;

/**
 * Google's audio as it comes, in pieces of any length, made μ-law at 8 kHz of the loudness asked
 * for, its peaks limited. A WAV header in front, which whole texts have, is left out. One speech of
 * one thread.
 */
final class SpokenBytes {
  private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
  private static final byte[] DATA = {'d', 'a', 't', 'a'};
  private static final int CHUNK_HEADER = 8;
  private static final int RATE_HZ = 8_000;
  private static final double CEILING = 0.9; // as for our other voices

  private final boolean mulaw;
  private final double gain;
  private final Resampler resampler = new Resampler(SynthesisRequests.PCM_RATE_HZ, RATE_HZ);
  private final ActiveLevel level = new ActiveLevel(RATE_HZ); // as it came
  private final StreamLimiter limiter;
  private long samples;
  private byte[] held = new byte[0]; // of a header, or half a sample
  private boolean begun;

  SpokenBytes(boolean mulaw, double gain) {
    this.mulaw = mulaw;
    this.gain = gain;
    this.limiter = new StreamLimiter(RATE_HZ, gain, CEILING);
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
    byte[] last = mulaw ? louder(rest) : encoded(resampler.finish());
    return joined(last, MuLaw.encode(Pcm.toShorts(limiter.finish())));
  }

  /** How loud the voice was, as it came, in dB relative to full scale. */
  double levelDb() {
    return level.dbov();
  }

  /** How long it spoke. */
  double seconds() {
    return (double) samples / RATE_HZ;
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

  private byte[] encoded(float[] narrow) {
    measure(narrow);
    return MuLaw.encode(Pcm.toShorts(limiter.push(narrow)));
  }

  /** What is to be left as it is, is left to the bit. */
  private byte[] louder(byte[] codes) {
    float[] narrow = Pcm.toFloats(MuLaw.decode(codes));
    measure(narrow);
    return gain == 1 ? codes : MuLaw.encode(Pcm.toShorts(limiter.push(narrow)));
  }

  private void measure(float[] narrow) {
    level.accept(narrow);
    samples += narrow.length;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
