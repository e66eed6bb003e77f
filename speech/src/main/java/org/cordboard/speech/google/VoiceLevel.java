package org.cordboard.speech.google;

/**
 * How loud one of Google's voices is, learned from what it has said, and what it takes to make it
 * as loud as our other voices. A text is as loud from beginning to end; from one to the next the
 * gain moves a little. Shared by all calls, from any thread.
 */
final class VoiceLevel {
  private static final double TARGET_DB = -19; // of all our voices, relative to full scale
  private static final double MOST_DB = 12;
  private static final double STEP_DB = 3; // from one text to the next
  private static final double GOOD_ENOUGH_DB = 1; // left as it is, to the bit
  private static final double LEAST_SECONDS = 0.5; // less tells nothing

  private double gainDb; // under this object's lock

  /** What the voice's samples are to be multiplied by. */
  synchronized double gain() {
    return Math.abs(gainDb) < GOOD_ENOUGH_DB ? 1 : Math.pow(10, gainDb / 20);
  }

  /** The voice has spoken for a while at a level, in dB relative to full scale, as it came. */
  synchronized void spoke(double levelDb, double seconds) {
    if (seconds >= LEAST_SECONDS && levelDb > -100) {
      double wanted = Math.max(-MOST_DB, Math.min(MOST_DB, TARGET_DB - levelDb));
      gainDb += Math.max(-STEP_DB, Math.min(STEP_DB, wanted - gainDb));
    }
  }
}
