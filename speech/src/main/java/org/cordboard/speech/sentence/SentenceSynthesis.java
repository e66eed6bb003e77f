package org.cordboard.speech.sentence;

import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.ProportionalWords;

/** One text being spoken, sentence after sentence; lives on the loop. */
final class SentenceSynthesis implements Synthesis {
  private static final Pattern DAY = Pattern.compile("\\b\\d{1,2}\\.\\s*$");

  private final SentenceSynthesizer synthesizer;
  private final SpeechRequest request;
  private final String voice;
  private final Loop loop;
  private final SynthesisListener listener;
  private final ArrayDeque<Piece> pieces;
  private long delivered;
  private boolean over;

  /** Characters {@code [from, to)} of the text. */
  record Piece(int from, int to) {}

  SentenceSynthesis(
      SentenceSynthesizer synthesizer,
      SpeechRequest request,
      String voice,
      Loop loop,
      SynthesisListener listener) {
    this.synthesizer = synthesizer;
    this.request = request;
    this.voice = voice;
    this.loop = loop;
    this.listener = listener;
    this.pieces = pieces(request.text());
  }

  /** The sentences of a text that have something in them to say. */
  static ArrayDeque<Piece> pieces(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    ArrayDeque<Piece> pieces = new ArrayDeque<>();
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      String sentence = text.substring(from, to);
      if (to < text.length() && DAY.matcher(sentence).find()) {
        continue; // "am 4. Januar" goes on
      }
      if (sentence.codePoints().anyMatch(Character::isLetterOrDigit)) {
        pieces.add(new Piece(from, to));
      }
      from = to;
    }
    return pieces;
  }

  void next() {
    Piece piece = pieces.poll();
    if (piece == null) {
      loop.clock().after(Duration.ZERO, this::end);
      return;
    }
    String sentence = request.text().substring(piece.from(), piece.to());
    synthesizer.make(
        sentence,
        voice,
        request,
        loop,
        Completion.of(audio -> deliver(piece, sentence, audio), this::fail));
  }

  private void deliver(Piece piece, String sentence, byte[] audio) {
    if (over) {
      return;
    }
    if (delivered > 0) {
      byte[] pause = new byte[synthesizer.pauseSamples()];
      Arrays.fill(pause, MuLaw.SILENCE);
      send(pause);
    }
    for (ProportionalWords.Place word : ProportionalWords.of(sentence, audio.length)) {
      if (over) {
        return;
      }
      listener.onWord(
          piece.from() + word.from(), piece.from() + word.to(), delivered + word.startSample());
    }
    send(audio);
    if (over) {
      return;
    }
    if (pieces.isEmpty()) {
      end();
    } else {
      next();
    }
  }

  private void send(byte[] audio) {
    if (!over && audio.length > 0) {
      delivered += audio.length;
      listener.onAudio(audio);
    }
  }

  private void end() {
    if (!over) {
      over = true;
      listener.onEnd();
    }
  }

  void fail(Throwable failure) {
    if (!over) {
      over = true;
      listener.onFailure(failure);
    }
  }

  @Override
  public void cancel() {
    over = true;
    pieces.clear();
  }
}
