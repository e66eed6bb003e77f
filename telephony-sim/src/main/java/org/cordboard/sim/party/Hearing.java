package org.cordboard.sim.party;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordboard.sim.analyse.Loudness;

/**
 * Cuts what is heard into pieces of speech and finds where turns end, by loudness alone. Audio time
 * is counted in frames of 20 ms; one instance per line.
 */
final class Hearing {
  private static final int FRAME_MS = 20;
  private static final int PRE_ROLL = 10; // 200 ms before the first loud frame
  private static final int TAIL = 10; // 200 ms of the pause after it
  private static final int CUT_PAUSE = 15; // 300 ms, where a long turn may be cut
  private static final int LOUD_TO_BEGIN = 3; // of the last five frames
  private static final Bounds ATTENTIVE = new Bounds(5, 30, 125); // 100 ms, 600 ms, 2.5 s

  private final EarSettings settings;
  private final ArrayDeque<byte[]> before = new ArrayDeque<>();
  private final ArrayDeque<Boolean> recent = new ArrayDeque<>();
  private List<byte[]> piece = new ArrayList<>();
  private int preRoll;
  private int loud;
  private int silent;
  private boolean speaking;
  private boolean attentive;
  private int turnFrames;

  Hearing(EarSettings settings) {
    this.settings = settings;
  }

  /** Where speech is cut, in frames: in a pause this long after so much, or at the latest. */
  private record Bounds(int pause, int least, int most) {}

  /** While attentive, short pieces come soon; else long ones, which are better understood. */
  void attentive(boolean wanted) {
    attentive = wanted;
  }

  /**
   * For how long the other side has been speaking in its turn, in ms: to the last of its sounds, so
   * that this does not grow in a pause; 0 when the turn is over.
   */
  int spokenMs() {
    return speaking ? (turnFrames - silent) * FRAME_MS : 0;
  }

  /**
   * A stretch of speech with some silence around it.
   *
   * @param preRoll frames before the speech begins
   * @param frames all frames
   */
  record Piece(List<byte[]> frames, int preRoll) {}

  /**
   * What a frame brings.
   *
   * @param piece speech that is complete, to be understood
   * @param turnOver true when the other side's turn has ended
   */
  record Found(Optional<Piece> piece, boolean turnOver) {
    static final Found NOTHING = new Found(Optional.empty(), false);
  }

  /** True from the first loud frames of a turn to its end. */
  boolean speaking() {
    return speaking;
  }

  Found accept(byte[] mulaw) {
    boolean isLoud = Loudness.dbfs(mulaw) > settings.speechDbfs();
    remember(recent, isLoud, 5);
    if (!speaking) {
      remember(before, mulaw, PRE_ROLL + 5);
      if (recent.stream().filter(each -> each).count() >= LOUD_TO_BEGIN) {
        begin();
      }
      return Found.NOTHING;
    }
    turnFrames++;
    piece.add(mulaw);
    loud += isLoud ? 1 : 0;
    silent = isLoud ? 0 : silent + 1;
    if (silent * FRAME_MS >= settings.turnEnd().toMillis()) {
      speaking = false;
      recent.clear();
      return new Found(take(), true);
    }
    Bounds bounds = bounds();
    boolean cut =
        (silent >= bounds.pause() && piece.size() >= bounds.least())
            || piece.size() >= bounds.most();
    return cut ? new Found(take(), false) : Found.NOTHING;
  }

  private Bounds bounds() {
    if (attentive) {
      return ATTENTIVE;
    }
    int longest = (int) settings.longest().toMillis() / FRAME_MS;
    return new Bounds(CUT_PAUSE, longest, 2 * longest);
  }

  private static <T> void remember(ArrayDeque<T> last, T next, int size) {
    last.add(next);
    if (last.size() > size) {
      last.poll();
    }
  }

  private void begin() {
    speaking = true;
    silent = 0;
    loud = LOUD_TO_BEGIN;
    turnFrames = LOUD_TO_BEGIN;
    piece = new ArrayList<>(before);
    preRoll = Math.max(0, piece.size() - 5);
    before.clear();
  }

  private Optional<Piece> take() {
    List<byte[]> frames = piece;
    int keep = Math.max(0, frames.size() - Math.max(0, silent - TAIL));
    boolean worth = loud * FRAME_MS >= settings.shortest().toMillis();
    Piece taken = new Piece(List.copyOf(frames.subList(0, keep)), Math.min(preRoll, keep));
    piece = new ArrayList<>();
    preRoll = 0;
    loud = 0;
    return worth ? Optional.of(taken) : Optional.empty();
  }
}
