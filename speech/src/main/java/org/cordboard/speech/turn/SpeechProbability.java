package org.cordboard.speech.turn;

/**
 * How likely a stretch of audio is speech: a model with a memory, one per stream, used by one
 * thread at a time.
 */
public interface SpeechProbability {
  /** Samples that one question takes: 32 ms at 8 kHz. */
  int HOP_SAMPLES = 256;

  /** The probability, 0 to 1, that the next {@link #HOP_SAMPLES} (−1…1, 8 kHz) are speech. */
  float next(float[] hop);

  /** Forgets what was heard. */
  void reset();
}
