package org.cordboard.speech.cached;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.SynthesisListener;

/** A request's speech as it was made: its audio in pieces, and where its words begin. */
final class SpokenOnce implements SynthesisListener {
  private final List<byte[]> audio = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private int bytes;

  private record Word(int from, int to, long startSample) {}

  @Override
  public void onAudio(byte[] mulaw) {
    audio.add(mulaw.clone());
    bytes += mulaw.length;
  }

  @Override
  public void onWord(int from, int to, long startSample) {
    words.add(new Word(from, to, startSample));
  }

  @Override
  public void onEnd() {}

  @Override
  public void onFailure(Throwable failure) {}

  int bytes() {
    return bytes;
  }

  /** Tells it all again, without the end; stops when {@code over} says so. */
  void replay(SynthesisListener listener, java.util.function.BooleanSupplier over) {
    for (Word word : words) {
      if (over.getAsBoolean()) {
        return;
      }
      listener.onWord(word.from(), word.to(), word.startSample());
    }
    for (byte[] piece : audio) {
      if (over.getAsBoolean()) {
        return;
      }
      listener.onAudio(piece.clone());
    }
  }
}
