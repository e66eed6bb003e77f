package org.cordboard.speech.sentence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.ProportionalWords;

/**
 * One text being spoken, piece after piece, with a pause between two: each is made when the one
 * before it has been given out. On the loop.
 */
public final class PiecewiseSynthesis implements Synthesis {
  private final ArrayDeque<Piece> pieces;
  private final Maker maker;
  private final byte[] pause;
  private final Loop loop;
  private final SynthesisListener listener;
  private long delivered;
  private boolean over;

  /** Characters {@code [from, to)} of the text. */
  public record Piece(int from, int to) {}

  /**
   * A piece as speech.
   *
   * @param words of the piece, where they begin in its {@code mulaw}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once
  public record Made(byte[] mulaw, List<ProportionalWords.Place> words) {}

  /** Makes speech of pieces. */
  public interface Maker {
    /** Has {@code piece} made; tells {@code completion} on the loop. */
    void make(Piece piece, Completion<Made> completion);
  }

  private PiecewiseSynthesis(
      List<Piece> pieces, Maker maker, Duration pause, Loop loop, SynthesisListener listener) {
    this.pieces = new ArrayDeque<>(pieces);
    this.maker = maker;
    this.pause = new byte[(int) pause.toMillis() * 8];
    Arrays.fill(this.pause, MuLaw.SILENCE);
    this.loop = loop;
    this.listener = listener;
  }

  /** Begins to speak {@code pieces}; without any it ends at once. */
  public static Synthesis begin(
      List<Piece> pieces, Maker maker, Duration pause, Loop loop, SynthesisListener listener) {
    PiecewiseSynthesis begun = new PiecewiseSynthesis(pieces, maker, pause, loop, listener);
    if (pieces.isEmpty()) {
      loop.clock().after(Duration.ZERO, begun::end);
    } else {
      begun.next();
    }
    return begun;
  }

  /** One that fails before its first sound, since what was asked for is not to be had. */
  public static Synthesis refused(String why, Loop loop, SynthesisListener listener) {
    PiecewiseSynthesis refused =
        new PiecewiseSynthesis(List.of(), (piece, made) -> {}, Duration.ZERO, loop, listener);
    loop.clock().after(Duration.ZERO, () -> refused.fail(new IllegalArgumentException(why)));
    return refused;
  }

  private void next() {
    Piece piece = pieces.remove();
    maker.make(piece, Completion.of(made -> deliver(piece, made), this::fail));
  }

  private void deliver(Piece piece, Made made) {
    if (over) {
      return;
    }
    if (delivered > 0) {
      send(pause);
    }
    for (ProportionalWords.Place word : made.words()) {
      if (over) {
        return;
      }
      listener.onWord(
          piece.from() + word.from(), piece.from() + word.to(), delivered + word.startSample());
    }
    send(made.mulaw());
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

  private void fail(Throwable failure) {
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
