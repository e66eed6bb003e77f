package org.cordboard.sim.carrier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.cordboard.sim.media.G711;

/** Reads a mono WAV file of 8 kHz, PCM16 or μ-law, into μ-law. Pure. */
final class WavClip {
  private static final int PCM = 1;
  private static final int MULAW = 7;

  private WavClip() {}

  /** The audio; throws {@link IllegalArgumentException} naming what is wrong with the file. */
  static byte[] mulaw(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < 12 || in.getInt(0) != 0x46464952 || in.getInt(8) != 0x45564157) {
      throw new IllegalArgumentException("not a WAV file");
    }
    int format = 0;
    int channels = 0;
    int rateHz = 0;
    for (int at = 12; at + 8 <= file.length; ) {
      int length = in.getInt(at + 4);
      int body = at + 8;
      if (in.getInt(at) == 0x20746d66 && body + 16 <= file.length) {
        format = in.getShort(body);
        channels = in.getShort(body + 2);
        rateHz = in.getInt(body + 4);
      } else if (in.getInt(at) == 0x61746164) {
        if (rateHz != 8000 || channels != 1 || (format != PCM && format != MULAW)) {
          throw new IllegalArgumentException("needs mono WAV of 8000 Hz, PCM16 or mu-law");
        }
        return samples(in, body, Math.min(length, file.length - body), format);
      }
      if (length < 0) {
        break;
      }
      at = body + length + (length & 1);
    }
    throw new IllegalArgumentException("a WAV file without audio");
  }

  private static byte[] samples(ByteBuffer in, int from, int length, int format) {
    byte[] mulaw = new byte[format == MULAW ? length : length / 2];
    for (int i = 0; i < mulaw.length; i++) {
      mulaw[i] = format == MULAW ? in.get(from + i) : G711.encode(in.getShort(from + 2 * i));
    }
    return mulaw;
  }
}
