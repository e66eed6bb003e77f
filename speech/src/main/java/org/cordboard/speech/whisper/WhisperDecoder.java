package org.cordboard.speech.whisper;

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

  /** Decodes 8 kHz samples of one utterance; {@code voicedSamples} of them lie between its ends. */
  Decoded decode(short[] pcm8k, long voicedSamples, String prompt) {
    float[] audio = WhisperAudio.prepare(pcm8k);
    double seconds = voicedSamples / 8_000.0;
    int context = WhisperAudio.context(audio.length);
    String text = WhisperText.clean(engine.decode(audio, context, prompt));
    boolean retried =
        text.isEmpty() || WhisperText.runsAway(text, seconds) || WhisperText.hasty(text, seconds);
    if (retried) {
      text = WhisperText.clean(engine.decode(audio, 0, ""));
    }
    if (text.isEmpty() || WhisperText.runsAway(text, seconds) || WhisperText.neverSaid(text)) {
      return Decoded.NOTHING;
    }
    if (WhisperText.oftenInvented(text)) {
      return retried || seconds < INVENTED_SECONDS
          ? Decoded.NOTHING
          : new Decoded(text, DOUBTFUL + 0.3);
    }
    return new Decoded(text, retried ? UNSURE : SURE);
  }

  @Override
  public void close() {
    engine.close();
  }
}
