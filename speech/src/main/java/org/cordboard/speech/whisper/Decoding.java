package org.cordboard.speech.whisper;

import java.util.Optional;

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

  /** True when the model knows more languages than English. */
  default boolean multilingual() {
    return false;
  }

  /** As {@link #decode}, of speech in the language of that code, such as {@code de}. */
  default String decode(float[] audio, int audioContext, String prompt, String language) {
    return decode(audio, audioContext, prompt);
  }

  /**
   * What language the audio is in.
   *
   * @return its code and how likely it is, 0 to 1; empty when the engine cannot tell
   */
  default Optional<Guess> language(float[] audio) {
    return Optional.empty();
  }

  /** A language, and how likely it is the one. */
  record Guess(String code, double likely) {}

  @Override
  void close();
}
