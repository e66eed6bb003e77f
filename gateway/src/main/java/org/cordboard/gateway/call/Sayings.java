package org.cordboard.gateway.call;

import java.util.ArrayDeque;
import java.util.stream.Collectors;
import org.cordboard.dialog.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * What we say and said just before, and what of it was played lately: whoever hears these words
 * from the caller's side may be hearing our own voice. Confined to the call's loop.
 */
final class Sayings {
  private static final long LATELY_MS = 1_000; // the way there and back, and a word or two
  private static final int MOST_PIECES = 64; // one a mark: six seconds

  private final ArrayDeque<Piece> pieces = new ArrayDeque<>(); // played, the oldest first
  private @Nullable SpokenPrompt playing;
  private @Nullable Prompt latest; // that is played, or was
  private long playedMs; // of it, when it was last looked at
  private int told; // characters of it in the pieces
  private String all = "";
  private @Nullable String fresh = ""; // null when it is to be put together anew

  private record Piece(long atMs, String text) {}

  /** What is being played at this moment; null when nothing is. */
  void see(@Nullable SpokenPrompt now, long nowMs) {
    SpokenPrompt was = playing;
    if (now != was) {
      if (was != null) {
        played(was.heardText(), nowMs);
      }
      if (now != null) {
        all = latest == null ? now.text() : latest.text() + " " + now.text();
        latest = now.prompt();
      }
      playing = now;
      playedMs = 0;
      told = 0;
    }
    if (now != null && now.playedMs() != playedMs) {
      playedMs = now.playedMs();
      played(now.heardText(), nowMs);
    }
  }

  private void played(String heard, long nowMs) {
    if (heard.length() > told) {
      pieces.add(new Piece(nowMs, heard.substring(told)));
      if (pieces.size() > MOST_PIECES) {
        pieces.remove();
      }
      fresh = null;
    }
    told = heard.length();
  }

  /** The caller begins to speak. */
  void callerStarted(long nowMs) {
    pieces.removeIf(piece -> piece.atMs() < nowMs - LATELY_MS);
    fresh = null;
  }

  /** What is played, or was. */
  @Nullable Prompt latest() {
    return latest;
  }

  /** All of it, behind what was played before it. */
  String all() {
    return all;
  }

  /** What was played from a second before the caller's utterance on, as far as it goes back. */
  String fresh() {
    String known = fresh;
    if (known == null) {
      known = pieces.stream().map(Piece::text).collect(Collectors.joining(" "));
      fresh = known;
    }
    return known;
  }
}
