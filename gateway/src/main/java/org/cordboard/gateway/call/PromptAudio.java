package org.cordboard.gateway.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.speech.audio.MuLaw;

/**
 * A prompt's audio as the voice gave it, kept piece by piece: nothing is copied before it is
 * played, and the memory is what was spoken. Confined to the call's loop.
 */
final class PromptAudio {
  private final List<byte[]> pieces = new ArrayList<>(2);
  private int length;
  private int piece; // the one read last
  private int pieceStart; // and where it begins

  /** Appends μ-law; the array is not to be changed any more. */
  void add(byte[] mulaw) {
    pieces.add(mulaw);
    length += mulaw.length;
  }

  void addSilence(int bytes) {
    byte[] silence = new byte[bytes];
    Arrays.fill(silence, MuLaw.SILENCE);
    add(silence);
  }

  /** Bytes that have come. */
  int length() {
    return length;
  }

  /** Copies {@code count} bytes, which must have come, from {@code from} on. */
  void copy(int from, byte[] to, int count) {
    if (from < pieceStart) { // what was played is asked for once more
      piece = 0;
      pieceStart = 0;
    }
    for (int done = 0; done < count; ) {
      byte[] at = pieces.get(piece);
      int offset = from + done - pieceStart;
      int some = Math.min(count - done, at.length - offset);
      if (some <= 0) {
        pieceStart += at.length;
        piece++;
      } else {
        System.arraycopy(at, offset, to, done, some);
        done += some;
      }
    }
  }
}
