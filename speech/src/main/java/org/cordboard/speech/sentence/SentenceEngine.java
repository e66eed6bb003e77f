package org.cordboard.speech.sentence;

import java.util.List;
import java.util.Locale;

/**
 * An engine that speaks a sentence at a time. {@link #speak} blocks and is called by as many
 * workers as the engine was given; everything else may be called from any thread.
 */
public interface SentenceEngine extends AutoCloseable {

  /** As shown to people. */
  String name();

  /** The voices that can be asked for; the first is the default. */
  List<String> voices();

  /** True when it reads texts of {@code language}. */
  boolean speaks(Locale language);

  /**
   * Speaks one sentence of plain words.
   *
   * @param voice one of {@link #voices()}
   * @param rate 1 is the voice's own pace, 0.8 slower
   * @throws Exception when the engine fails; the message names the fix when there is one
   */
  Raw speak(String sentence, String voice, double rate) throws Exception;

  @Override
  void close();

  /**
   * Speech as the engine made it.
   *
   * @param samples −1 to 1
   * @param sampleRateHz of these
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  record Raw(float[] samples, int sampleRateHz) {}
}
