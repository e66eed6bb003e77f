package org.cordboard.gateway.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the carrier has played what it was given: reckoned by our clock, since a {@code clear}
 * takes as long to arrive as the audio did, and tied down by the marks that come back. Where the
 * two differ the lesser counts: what is not sure to have been heard has not been. Time is an
 * argument; confined to the call's loop.
 *
 * <p>Looks wrong, is right: marks that come back after a {@code clear} mean "discarded", so they
 * carry a generation, and those of an older one are ignored.
 */
final class Playout {
  private static final int FRAME_BYTES = 160;
  private static final int BYTES_PER_MS = 8;
  private static final long NANOS_PER_MS = 1_000_000;
  private static final long TICK_NANOS = 20 * NANOS_PER_MS; // the carrier plays whole frames
  private static final int TELLING = 4; // so many stretches tell what the least lag is
  private static final long MOST_DOUBT_NANOS = 100 * NANOS_PER_MS;
  private static final long RESIDUAL_NANOS = 60 * NANOS_PER_MS; // still played after a clear

  private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
  private long generation;
  private long count;
  private long dryAtNanos; // when the carrier will have played everything it was given
  private long leastLagNanos = Long.MAX_VALUE; // of a mark behind its audio: the way there and back
  private long mostLagNanos; // on a line that wavers much, more is doubted
  private long lagNanos = -1; // the latest of this stretch; -1 for none yet
  private int stretches; // of which marks have come, before this one
  private boolean afterClear; // this stretch was begun behind what a clear had left

  /** Audio of a prompt on its way to the caller's ear; {@code last} of it or not. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never kept
  record Piece(String mark, SpokenPrompt of, byte[] audio, boolean last, long endNanos) {}

  /** The part of a piece that was heard before a clear. */
  record Part(Piece of, int bytes) {}

  Playout(long nowNanos) {
    dryAtNanos = nowNanos;
  }

  /** A new stream: nothing is on its way. */
  void begin(long nowNanos) {
    forget(nowNanos);
    leastLagNanos = Long.MAX_VALUE;
    mostLagNanos = 0;
    lagNanos = -1;
    stretches = 0;
    afterClear = false;
  }

  /** How much the carrier still has to play, a millisecond begun counted whole. */
  long aheadMs(long nowNanos) {
    return Math.max(0, Math.floorDiv(dryAtNanos - nowNanos + NANOS_PER_MS - 1, NANOS_PER_MS));
  }

  /** For how long the carrier has had nothing to play; 0 when it has. */
  long dryForMs(long nowNanos) {
    return Math.max(0, (nowNanos - dryAtNanos) / NANOS_PER_MS);
  }

  /** Audio goes to the carrier; answers the mark that must follow it. */
  String sent(SpokenPrompt of, byte[] audio, boolean last, long nowNanos) {
    if (dryAtNanos < nowNanos) {
      dryAtNanos = nowNanos;
      newStretch();
      afterClear = false;
    }
    dryAtNanos += audio.length / BYTES_PER_MS * NANOS_PER_MS;
    String mark = generation + "." + of.id() + "." + count++;
    pieces.add(new Piece(mark, of, audio, last, dryAtNanos));
    return mark;
  }

  /** A mark came back: the pieces that have been played, in order. */
  List<Piece> marked(String mark, long nowNanos) {
    Piece marked = find(mark);
    if (marked == null) {
      return List.of();
    }
    lagNanos = Math.max(0, nowNanos - marked.endNanos());
    leastLagNanos = Math.min(leastLagNanos, lagNanos);
    mostLagNanos = Math.max(mostLagNanos, lagNanos);
    List<Piece> played = new ArrayList<>();
    for (Piece piece = pieces.poll(); piece != null; piece = pieces.poll()) {
      played.add(piece);
      if (piece == marked) {
        break;
      }
    }
    return played;
  }

  /** Nearly always the first: marks come back in order, and two or three are out at once. */
  private @Nullable Piece find(String mark) {
    for (Piece piece : pieces) {
      if (piece.mark().equals(mark)) {
        return piece;
      }
    }
    return null;
  }

  /** Everything is cleared now: what of it had been heard, in whole frames. */
  List<Part> cleared(long nowNanos) {
    long given = pieces.stream().mapToLong(piece -> piece.audio().length).sum();
    long heard = given - unheardBytes(nowNanos);
    heard = Math.max(0, heard) / FRAME_BYTES * FRAME_BYTES;
    List<Part> parts = new ArrayList<>();
    for (Piece piece : pieces) {
      int bytes = (int) Math.min(heard, piece.audio().length);
      heard -= bytes;
      if (bytes > 0) {
        parts.add(new Part(piece, bytes));
      }
    }
    afterClear = dryAtNanos > nowNanos;
    newStretch();
    forget(nowNanos);
    return parts;
  }

  private long unheardBytes(long nowNanos) {
    long late = dryAtNanos - nowNanos + behindNanos();
    return Math.max(0, late) * BYTES_PER_MS / NANOS_PER_MS;
  }

  private void newStretch() {
    stretches += lagNanos >= 0 ? 1 : 0;
    lagNanos = -1;
  }

  /**
   * How far the carrier is behind our reckoning. In a stretch every mark is as late as the
   * carrier's first tick was; what is the least of that is known after some stretches only.
   */
  private long behindNanos() {
    if (lagNanos >= 0) {
      return lagNanos - leastLagNanos + (stretches < TELLING ? TICK_NANOS : 0);
    }
    long wavers = Math.min(MOST_DOUBT_NANOS, Math.max(0, mostLagNanos - leastLagNanos));
    return (afterClear ? RESIDUAL_NANOS : TICK_NANOS) + wavers;
  }

  private void forget(long nowNanos) {
    generation++;
    pieces.clear();
    dryAtNanos = nowNanos;
  }
}
