package org.cordboard.speech.turn;

import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;

/**
 * Whether it has just grown loud again in a pause. A detector of voices wants to hear some of a
 * word before it is sure; loudness tells 50 to 100 ms earlier that the caller may be speaking on,
 * so that a turn is not ended into the first word of its rest. One side of a call, one thread.
 */
final class Onset {
  private static final double CLEAR = 80; // rms, −52 dBFS: softer is breath
  private static final double MARGIN = 2.5; // 8 dB above what the pause was like
  private static final int LONGEST = 8; // frames, 160 ms: by then it is a voice, or none

  private final short[] samples = new short[160];
  private double quiet;
  private int loud;

  /** A pause begins. */
  void begin() {
    quiet = Double.POSITIVE_INFINITY;
    loud = 0;
  }

  /** The loudness of a frame, rms in 16-bit units. */
  double level(AudioFrame frame) {
    MuLaw.decode(frame.bytes(), samples);
    return Pcm.rms(samples);
  }

  /** Takes the loudness of the next 20 ms of the pause: true while it has just grown loud. */
  boolean next(double level) {
    boolean clear = level >= CLEAR && level >= MARGIN * quiet;
    quiet = Math.min(quiet, level);
    loud = clear ? loud + 1 : 0;
    return loud > 0 && loud <= LONGEST;
  }
}
