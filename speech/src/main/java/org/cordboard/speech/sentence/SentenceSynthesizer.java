package org.cordboard.speech.sentence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.Limiter;
import org.cordboard.speech.audio.Loudness;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Resampler;

/** A {@link SentenceEngine} as a voice. Any thread; owns engine and workers. */
public final class SentenceSynthesizer implements SpeechSynthesizer {
  private static final int RATE_HZ = 8_000;
  private static final int EDGE_MS = 40; // silence left before and after the words
  private static final double LEVEL = 0.11; // active level, about −19 dBFS, as all our voices
  private static final double MOST_GAIN = 30;
  private static final double CEILING = 0.9;
  private static final int FADE_MS = 5; // of the silence at either end

  private final SentenceEngine engine;
  private final Workers workers;
  private final Duration pause;

  /** {@code pause} is the silence between two sentences. */
  public SentenceSynthesizer(SentenceEngine engine, Workers workers, Duration pause) {
    this.engine = engine;
    this.workers = workers;
    this.pause = pause;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public List<String> voices() {
    return engine.voices();
  }

  @Override
  public boolean speaks(Locale language) {
    return engine.speaks(language);
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    String voice = request.voice().isEmpty() ? voices().get(0) : request.voice();
    SentenceSynthesis synthesis = new SentenceSynthesis(this, request, voice, loop, listener);
    if (voices().contains(voice)) {
      synthesis.next();
    } else {
      String message =
          engine.name() + " has no voice '" + voice + "'; it has " + String.join(", ", voices());
      loop.clock()
          .after(Duration.ZERO, () -> synthesis.fail(new IllegalArgumentException(message)));
    }
    return synthesis;
  }

  /** Makes one sentence on a worker, fit for the telephone. */
  void make(
      String sentence,
      String voice,
      SpeechRequest request,
      Loop loop,
      Completion<byte[]> completion) {
    workers.submit(
        () -> telephone(engine.speak(sentence, voice, request.rate()), request.gain()),
        loop,
        completion);
  }

  private static byte[] telephone(SentenceEngine.Raw raw, double gain) {
    float[] narrow = Resampler.convert(raw.samples(), raw.sampleRateHz(), RATE_HZ);
    int[] edges = Loudness.edges(narrow, RATE_HZ, EDGE_MS);
    float[] cut = Arrays.copyOfRange(narrow, edges[0], edges[1]);
    double wanted = Math.min(MOST_GAIN, LEVEL / Math.max(1e-9, Loudness.active(cut, RATE_HZ)));
    float[] level = Limiter.raised(cut, RATE_HZ, wanted * gain, CEILING);
    Limiter.fade(level, RATE_HZ, FADE_MS);
    return MuLaw.encode(Pcm.toShorts(level));
  }

  int pauseSamples() {
    return (int) pause.toMillis() * RATE_HZ / 1_000;
  }

  @Override
  public void close() {
    workers.close();
    engine.close();
  }
}
