package org.cordboard.speech.sentence;

import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.ProportionalWords;
import org.cordboard.speech.audio.TelephoneSpeech;

/** A {@link SentenceEngine} as a voice. Any thread; owns engine and workers. */
public final class SentenceSynthesizer implements SpeechSynthesizer {
  private static final Pattern DAY = Pattern.compile("\\b\\d{1,2}\\.\\s*$");

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
    if (!voices().contains(voice)) {
      return PiecewiseSynthesis.refused(
          engine.name() + " has no voice '" + voice + "'; it has " + String.join(", ", voices()),
          loop,
          listener);
    }
    return PiecewiseSynthesis.begin(
        sentences(request.text()),
        (piece, made) -> make(request, voice, piece, loop, made),
        pause,
        loop,
        listener);
  }

  /** The sentences of a text that have something in them to say. */
  static List<PiecewiseSynthesis.Piece> sentences(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    List<PiecewiseSynthesis.Piece> pieces = new ArrayList<>();
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      String sentence = text.substring(from, to);
      if (to < text.length() && DAY.matcher(sentence).find()) {
        continue; // "am 4. Januar" goes on
      }
      if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
        pieces.add(new PiecewiseSynthesis.Piece(from, to));
      }
      from = to;
    }
    return pieces;
  }

  /** Makes one sentence on a worker, fit for the telephone. */
  private void make(
      SpeechRequest request,
      String voice,
      PiecewiseSynthesis.Piece piece,
      Loop loop,
      Completion<PiecewiseSynthesis.Made> made) {
    String sentence = request.text().substring(piece.from(), piece.to());
    workers.submit(
        () -> {
          SentenceEngine.Raw raw = engine.speak(sentence, voice, request.rate());
          byte[] mulaw =
              TelephoneSpeech.of(raw.samples(), raw.sampleRateHz(), request.gain()).mulaw();
          return new PiecewiseSynthesis.Made(mulaw, ProportionalWords.of(sentence, mulaw.length));
        },
        loop,
        made);
  }

  @Override
  public void close() {
    workers.close();
    engine.close();
  }
}
