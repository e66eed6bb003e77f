package org.cordboard.speech.turn;

import org.cordboard.speech.audio.NoiseFloor;
import org.cordboard.speech.audio.Pcm;

/**
 * Tells in a few nanoseconds a sample whether a frame may hold speech: it is open while the level
 * stands clear of a noise floor that falls at once and rises slowly, and for a while after. It errs
 * towards open; the model behind it has the last word.
 */
final class EnergyGate {
  private static final double MARGIN = 1.6; // 4 dB above the floor
  private static final int HANG_FRAMES = 25; // 500 ms

  private static final double CLEAR = 80; // −52 dBFS: softer is breath
  private static final double CLEAR_MARGIN = 2.5; // 8 dB

  private final NoiseFloor floor = new NoiseFloor();
  private double level;
  private int hang;

  /** Takes the next 20 ms and says whether the gate is open for it. */
  boolean open(short[] frame) {
    level = Pcm.rms(frame);
    double noise = floor.next(level);
    if (level > NoiseFloor.QUIETEST && level >= noise * MARGIN) {
      hang = HANG_FRAMES;
    } else if (hang > 0) {
      hang--;
    }
    return hang > 0;
  }

  /** True when the frame taken last stands so clear of the noise that somebody may be speaking. */
  boolean loud() {
    return level >= CLEAR && level >= floor.level() * CLEAR_MARGIN;
  }

  /** Its level, rms in 16-bit units. */
  double level() {
    return level;
  }
}
