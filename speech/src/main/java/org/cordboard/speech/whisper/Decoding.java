package org.cordboard.speech.whisper;

/** Audio into raw text: the native engine, or a stand-in for it. Blocks. */
interface Decoding extends AutoCloseable {

  /**
   * Decodes 16 kHz audio into text as the model wrote it.
   *
   * @param audioContext the encoder's context; 0 for all of it
   * @param prompt words that bias the decoder; empty for none
   */
  String decode(float[] audio, int audioContext, String prompt);

  /** Decodes as {@link #decode} does, on one processor thread: for words that may be wrong. */
  default String sketch(float[] audio, int audioContext) {
    return decode(audio, audioContext, "");
  }

  @Override
  void close();
}
