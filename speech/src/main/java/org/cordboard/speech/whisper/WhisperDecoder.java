package org.cordboard.speech.whisper;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** From an utterance's samples to words that can be believed. Blocks; runs on workers. */
final class WhisperDecoder implements AutoCloseable {
  private static final double SURE = 0.9;
  private static final double UNSURE = 0.5;
  private static final double DOUBTFUL = 0.35;
  private static final double SURE_LANGUAGE = 0.7; // else the call stays in the one it is in
  private static final double INVENTED_SECONDS =
      0.3; // shorter, and an often invented word is noise

  private final Decoding engine;

  WhisperDecoder(Decoding engine) {
    this.engine = engine;
  }

  /** Words and how sure they are; empty words when nothing was understood. */
  record Decoded(String text, double confidence, Optional<String> language) {
    static final Decoded NOTHING = new Decoded("", 0);

    Decoded(String text, double confidence) {
      this(text, confidence, Optional.empty());
    }
  }

  /** Languages, by their codes, that an utterance may be in; the likeliest first. */
  record Tongues(List<String> codes) {
    static final Tongues ENGLISH = new Tongues(List.of("en"));

    String first() {
      return codes.get(0);
    }

    /** True when there is something to find out. */
    boolean open() {
      return codes.size() > 1;
    }
  }

  /** As {@link #decode(short[], long, String, Tongues, BooleanSupplier)}, of English. */
  Decoded decode(short[] pcm8k, long voicedSamples, String prompt) {
    return decode(pcm8k, voicedSamples, prompt, () -> true);
  }

  /** The same, given up when it is not wanted any more. */
  Decoded decode(short[] pcm8k, long voicedSamples, String prompt, BooleanSupplier wanted) {
    return decode(pcm8k, voicedSamples, prompt, Tongues.ENGLISH, wanted);
  }

  /**
   * Decodes 8 kHz samples of one utterance; {@code voicedSamples} of them lie between its ends.
   *
   * @param tongues what it may be in
   * @param wanted asked before a failed decode is done again, which takes longest of all
   */
  Decoded decode(
      short[] pcm8k, long voicedSamples, String prompt, Tongues tongues, BooleanSupplier wanted) {
    float[] audio = WhisperAudio.prepare(pcm8k);
    double seconds = voicedSamples / 8_000.0;
    Optional<String> told = tongues.open() ? told(audio, tongues) : Optional.empty();
    String code = told.orElse(tongues.first());
    String hint = code.equals(tongues.first()) ? prompt : "";
    String text = read(audio, WhisperAudio.context(audio.length), seconds, hint, code);
    boolean retried = failed(text, seconds) || WhisperText.hasty(text, seconds);
    if (retried && !wanted.getAsBoolean()) {
      return Decoded.NOTHING;
    }
    Decoded decoded = judged(retried ? read(audio, 0, seconds, "", code) : text, seconds, retried);
    return new Decoded(decoded.text(), decoded.confidence(), told);
  }

  private Optional<String> told(float[] audio, Tongues tongues) {
    return engine
        .language(audio)
        .filter(guess -> guess.likely() >= SURE_LANGUAGE)
        .map(Decoding.Guess::code)
        .filter(tongues.codes()::contains);
  }

  /** True when the model knows more languages than English. */
  boolean multilingual() {
    return engine.multilingual();
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
    return read(audio, context, seconds, prompt, Tongues.ENGLISH.first());
  }

  private String read(float[] audio, int context, double seconds, String prompt, String language) {
    String text = WhisperText.clean(engine.decode(audio, context, prompt, language));
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
