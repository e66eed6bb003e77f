package org.cordboard.speech.turn;

import org.cordboard.speech.audio.Pcm;

/**
 * Tells in a few nanoseconds a sample whether a frame may hold speech: it is open while the level
 * stands clear of a noise floor that falls at once and rises slowly, and for a while after. It errs
 * towards open; the model behind it has the last word.
 */
final class EnergyGate {
  private static final double QUIETEST = 10; // rms in 16-bit units, below which nothing is speech
  private static final double MARGIN = 1.6; // 4 dB above the floor
  private static final double RISE_PER_FRAME = Math.pow(10, 3.0 / 20 / 50); // 3 dB a second
  private static final int HANG_FRAMES = 25; // 500 ms

  private static final double CLEAR = 80; // −52 dBFS: softer is breath
  private static final double CLEAR_MARGIN = 2.5; // 8 dB

  private double floor = QUIETEST;
  private double level;
  private int hang;

  /** Takes the next 20 ms and says whether the gate is open for it. */
  boolean open(short[] frame) {
    level = Pcm.rms(frame);
    floor = Math.max(QUIETEST, Math.min(level, floor * RISE_PER_FRAME));
    if (level > QUIETEST && level >= floor * MARGIN) {
      hang = HANG_FRAMES;
    } else if (hang > 0) {
      hang--;
    }
    return hang > 0;
  }

  /** True when the frame taken last stands so clear of the noise that somebody may be speaking. */
  boolean loud() {
    return level >= CLEAR && level >= floor * CLEAR_MARGIN;
  }

  /** Its level, rms in 16-bit units. */
  double level() {
    return level;
  }
}
