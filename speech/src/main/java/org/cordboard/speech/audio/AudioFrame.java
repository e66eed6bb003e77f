package org.cordboard.speech.audio;

/**
 * 20 ms of audio.
 *
 * @param format how the bytes are laid out
 * @param bytes exactly one frame; owned by the frame, not to be changed
 * @param startSample position of the first sample since the stream began, in the format's own rate
 */
@SuppressWarnings("ArrayRecordComponent") // a frame is passed 50 times a second per call: no copies
public record AudioFrame(AudioFormat format, byte[] bytes, long startSample) {
  /** Checks the length. */
  public AudioFrame {
    if (bytes.length != format.frameBytes()) {
      throw new IllegalArgumentException(
          "a " + format + " frame has " + format.frameBytes() + " bytes, not " + bytes.length);
    }
  }

  /** Position of the sample after the last one. */
  public long endSample() {
    return startSample + format.frameSamples();
  }
}
