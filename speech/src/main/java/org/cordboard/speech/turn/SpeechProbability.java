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

  /**
   * The same for one who need not have the answer at once: it comes on this thread, before the next
   * question may be asked. {@link Float#NaN} says that the model failed.
   */
  default void next(float[] hop, Answer answer) {
    answer.likely(next(hop));
  }

  /** Takes what {@link #next(float[], Answer)} finds. */
  interface Answer {
    /** The probability, or {@link Float#NaN}. */
    void likely(float probability);
  }

  /** Forgets what was heard. */
  void reset();
}
