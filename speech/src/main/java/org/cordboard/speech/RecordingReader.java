package org.cordboard.speech;

import java.time.Duration;

/**
 * A recogniser's way with recordings, where nobody waits: it may take its time and look at the
 * whole at once. Blocks; not for a loop. Any thread.
 */
public interface RecordingReader {

  /** The longest stretch that {@link #read} takes; longer recordings are cut in their pauses. */
  Duration longest();

  /**
   * The words of a stretch that holds speech; empty when nothing was understood.
   *
   * @param samples one channel, −1 to 1, at the level of a near speaker
   * @param rateHz its sample rate
   */
  String read(float[] samples, int rateHz, RecognitionHints hints);
}
