package org.cordboard.speech.freetts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.sentence.PiecewiseSynthesis;

/** FreeTTS as a voice engine. A text is spoken sentence by sentence, each as one stretch. */
public final class FreeTtsSynthesizer implements SpeechSynthesizer {
  private final FreeTtsSettings settings;
  private final Workers workers;
  private final ConcurrentLinkedQueue<FreeTtsEngine> idle = new ConcurrentLinkedQueue<>();

  /** An engine on workers of its own. */
  public FreeTtsSynthesizer(FreeTtsSettings settings) {
    this(settings, new BoundedWorkers("freetts", settings.workers(), settings.queue()));
  }

  /** An engine on the workers given, which it closes in the end. */
  public FreeTtsSynthesizer(FreeTtsSettings settings, Workers workers) {
    this.settings = settings;
    this.workers = workers;
  }

  @Override
  public String name() {
    return "FreeTTS";
  }

  @Override
  public List<String> voices() {
    return FreeTtsVoice.names();
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    Optional<FreeTtsVoice> voice = FreeTtsVoice.named(request.voice());
    if (voice.isEmpty()) {
      return PiecewiseSynthesis.refused(
          "FreeTTS has no voice '" + request.voice() + "'; it has " + String.join(", ", voices()),
          loop,
          listener);
    }
    String plain = SpokenText.plain(request.text());
    return PiecewiseSynthesis.begin(
        SpokenText.pieces(plain),
        (piece, made) ->
            make(
                plain.substring(piece.from(), piece.to()),
                voice.orElseThrow(),
                request,
                loop,
                made),
        settings.sentencePause(),
        loop,
        listener);
  }

  /** Makes one piece on a worker. */
  private void make(
      String piece,
      FreeTtsVoice voice,
      SpeechRequest request,
      Loop loop,
      Completion<PiecewiseSynthesis.Made> made) {
    workers.submit(
        () -> {
          FreeTtsEngine taken = idle.poll();
          FreeTtsEngine engine = taken == null ? new FreeTtsEngine() : taken;
          PiecewiseSynthesis.Made spoken =
              engine.speak(piece, voice, request.rate(), request.gain());
          idle.add(engine); // one that failed is not used again
          return spoken;
        },
        loop,
        made);
  }

  @Override
  public void close() {
    workers.close();
    for (FreeTtsEngine engine = idle.poll(); engine != null; engine = idle.poll()) {
      engine.close();
    }
  }
}
