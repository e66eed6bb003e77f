package org.cordboard.speech.freetts;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;

/** One text being spoken, piece after piece; lives on the loop. */
final class FreeTtsSynthesis implements Synthesis {
  private final FreeTtsSynthesizer synthesizer;
  private final SpeechRequest request;
  private final Loop loop;
  private final SynthesisListener listener;
  private final String plain;
  private final ArrayDeque<SpokenText.Piece> pieces;
  private long delivered;
  private boolean over;

  FreeTtsSynthesis(
      FreeTtsSynthesizer synthesizer,
      SpeechRequest request,
      Loop loop,
      SynthesisListener listener) {
    this.synthesizer = synthesizer;
    this.request = request;
    this.loop = loop;
    this.listener = listener;
    this.plain = SpokenText.plain(request.text());
    this.pieces = new ArrayDeque<>(SpokenText.pieces(plain));
  }

  void begin(FreeTtsVoice voice) {
    SpokenText.Piece piece = pieces.poll();
    if (piece == null) {
      loop.clock().after(Duration.ZERO, this::end);
      return;
    }
    String text = plain.substring(piece.from(), piece.to());
    synthesizer.speak(
        text,
        voice,
        request,
        loop,
        Completion.of(spoken -> deliver(voice, piece, spoken), this::fail));
  }

  private void deliver(FreeTtsVoice voice, SpokenText.Piece piece, FreeTtsEngine.Stretch spoken) {
    if (over) {
      return;
    }
    if (delivered > 0) {
      byte[] pause = new byte[synthesizer.pauseSamples()];
      Arrays.fill(pause, MuLaw.SILENCE);
      send(pause);
    }
    for (FreeTtsEngine.Word word : spoken.words()) {
      if (over) {
        return;
      }
      listener.onWord(
          piece.from() + word.from(), piece.from() + word.to(), delivered + word.sample());
    }
    send(spoken.mulaw());
    if (over) {
      return;
    }
    if (pieces.isEmpty()) {
      end();
    } else {
      begin(voice);
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
