package org.cordboard.speech.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts μ-law of any length into 20 ms frames with running positions; what is left over waits for
 * more. One stream of one thread.
 */
public final class FrameCutter {
  private byte[] rest = new byte[0];
  private long position;

  /** Takes more audio and answers the frames that are full. */
  public List<AudioFrame> push(byte[] mulaw) {
    int frameBytes = AudioFormat.MULAW_8K.frameBytes();
    byte[] all = Arrays.copyOf(rest, rest.length + mulaw.length);
    System.arraycopy(mulaw, 0, all, rest.length, mulaw.length);
    List<AudioFrame> frames = new ArrayList<>();
    int from = 0;
    for (; from + frameBytes <= all.length; from += frameBytes) {
      frames.add(frame(Arrays.copyOfRange(all, from, from + frameBytes)));
    }
    rest = Arrays.copyOfRange(all, from, all.length);
    return frames;
  }

  /** The last frame, filled up with silence; none when nothing is left over. */
  public List<AudioFrame> finish() {
    if (rest.length == 0) {
      return List.of();
    }
    int used = rest.length;
    byte[] last = Arrays.copyOf(rest, AudioFormat.MULAW_8K.frameBytes());
    Arrays.fill(last, used, last.length, MuLaw.SILENCE);
    rest = new byte[0];
    return List.of(frame(last));
  }

  private AudioFrame frame(byte[] bytes) {
    AudioFrame frame = new AudioFrame(AudioFormat.MULAW_8K, bytes, position);
    position = frame.endSample();
    return frame;
  }
}
