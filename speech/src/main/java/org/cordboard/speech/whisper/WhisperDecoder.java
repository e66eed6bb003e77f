package org.cordboard.speech.whisper;

import java.util.function.BooleanSupplier;

/** From an utterance's samples to words that can be believed. Blocks; runs on workers. */
final class WhisperDecoder implements AutoCloseable {
  private static final double SURE = 0.9;
  private static final double UNSURE = 0.5;
  private static final double DOUBTFUL = 0.35;
  private static final double INVENTED_SECONDS =
      0.3; // shorter, and an often invented word is noise

  private final Decoding engine;

  WhisperDecoder(Decoding engine) {
    this.engine = engine;
  }

  /** Words and how sure they are; empty words when nothing was understood. */
  record Decoded(String text, double confidence) {
    static final Decoded NOTHING = new Decoded("", 0);
  }

  /** As {@link #decode(short[], long, String, BooleanSupplier)}, wanted to its end. */
  Decoded decode(short[] pcm8k, long voicedSamples, String prompt) {
    return decode(pcm8k, voicedSamples, prompt, () -> true);
  }

  /**
   * Decodes 8 kHz samples of one utterance; {@code voicedSamples} of them lie between its ends.
   *
   * @param wanted asked before a failed decode is done again, which takes longest of all
   */
  Decoded decode(short[] pcm8k, long voicedSamples, String prompt, BooleanSupplier wanted) {
    float[] audio = WhisperAudio.prepare(pcm8k);
    double seconds = voicedSamples / 8_000.0;
    String text = read(audio, WhisperAudio.context(audio.length), seconds, prompt);
    boolean retried = failed(text, seconds) || WhisperText.hasty(text, seconds);
    if (retried && !wanted.getAsBoolean()) {
      return Decoded.NOTHING;
    }
    return judged(retried ? read(audio, 0, seconds, "") : text, seconds, retried);
  }

  /** Reads an utterance that is still being spoken, once; empty when that makes no sense. */
  String sketch(short[] pcm8k) {
    float[] audio = WhisperAudio.prepare(pcm8k);
    double seconds = pcm8k.length / 8_000.0;
    String text = WhisperText.clean(engine.sketch(audio, WhisperAudio.context(audio.length)));
    return failed(text, seconds) || WhisperText.neverSaid(text) || WhisperText.oftenInvented(text)
        ? ""
        : text;
  }

  /** Decodes a stretch of a recording, at 16 kHz: with the full context, as nobody waits. */
  Decoded decodeRecording(float[] wide, String prompt) {
    float[] audio = WhisperAudio.padded(wide);
    double seconds = wide.length / (double) WhisperAudio.RATE_HZ;
    String text = read(audio, 0, seconds, prompt);
    boolean retried = failed(text, seconds);
    int context = WhisperAudio.context(audio.length);
    return judged(retried ? read(audio, context, seconds, "") : text, seconds, retried);
  }

  private String read(float[] audio, int context, double seconds, String prompt) {
    String text = WhisperText.clean(engine.decode(audio, context, prompt));
    return WhisperText.hasty(text, seconds) ? WhisperText.undoubled(text) : text;
  }

  private static boolean failed(String text, double seconds) {
    return text.isEmpty() || WhisperText.runsAway(text, seconds);
  }

  private static Decoded judged(String text, double seconds, boolean retried) {
    if (failed(text, seconds) || WhisperText.neverSaid(text)) {
      return Decoded.NOTHING;
    }
    if (WhisperText.oftenInvented(text)) {
      return retried || seconds < INVENTED_SECONDS
          ? Decoded.NOTHING
          : new Decoded(text, DOUBTFUL + 0.3);
    }
    return new Decoded(text, retried ? UNSURE : SURE);
  }

  /** Has the engine make itself ready. */
  void warmUp() {
    engine.decode(
        new float[WhisperAudio.SHORTEST], WhisperAudio.context(WhisperAudio.SHORTEST), "");
  }

  @Override
  public void close() {
    engine.close();
  }
}
