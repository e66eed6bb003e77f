package org.cordboard.speech;

import org.cordboard.speech.audio.AudioFrame;

/**
 * One side of one call, being recognised. The owner feeds every frame in order and says where
 * speech starts and ends, as found by its voice-activity detector and endpointer; the engine's own
 * endpointing is not used. All methods are called on the loop given at opening; positions count 8
 * kHz samples since the stream began.
 */
public interface RecognitionStream extends AutoCloseable {

  /**
   * Takes the next 20 ms, {@code MULAW_8K}. Frames of silence are fed too; the stream keeps what it
   * needs.
   */
  void accept(AudioFrame frame);

  /** Speech has started at {@code startSample}, which may lie up to a second back. */
  void speechStarted(long utterance, long startSample);

  /**
   * Speech has paused and the turn is likely, not surely, over: an engine may start its final
   * decode now. If {@link #speechEnded} follows with no frame of speech between, its result is
   * used; after {@link #speechResumed} it is thrown away.
   */
  void speechPaused(long utterance, long endSample);

  /** The caller went on after a pause. */
  void speechResumed(long utterance);

  /** The utterance is over: exactly one final or failure follows, unless it has failed before. */
  void speechEnded(long utterance, long endSample);

  /**
   * What form of answer is expected next, so that an engine may be biased; see {@link Expectation}.
   */
  void expect(Expectation expectation);

  /** Frees the stream; nothing is delivered afterwards. Harmless when repeated. */
  @Override
  void close();

  /** The form of the next answer. */
  enum Expectation {
    /** Free speech. */
    FREE,
    /** Digits, spoken one by one or in groups. */
    DIGITS,
    /** Yes or no, in any of their many words. */
    YES_NO,
    /** A name, spelling, or e-mail address. */
    SPELLING
  }
}
