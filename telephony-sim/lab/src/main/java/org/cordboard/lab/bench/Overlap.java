package org.cordboard.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sound of the caller's over our voice, and what our voice did.
 *
 * @param kind what the sound was meant to be
 * @param duckMs from its first frame to the first of ours that is 7 dB softer, or silent
 * @param stopMs from its first frame to the end of what we were saying, within {@link #WATCHED_MS}:
 *     half a second of silence follows, or something else is said
 * @param silentMs how long we were silent in the 1.5 s after its first frame
 */
record Overlap(String kind, OptionalLong duckMs, OptionalLong stopMs, long silentMs) {
  static final int WATCHED_MS = 2_900; // the next sound comes later
  static final long OBEYED_MS = 2_000;
  private static final int FRAME_MS = FrameLevels.FRAME_MS;
  private static final int ANNOUNCED = 700 / FRAME_MS; // a sound begins within this of its signal
  private static final int BEFORE = 10; // 200 ms in which our voice must have been there
  private static final int QUIET = 500 / FRAME_MS;
  private static final int WATCHED = WATCHED_MS / FRAME_MS;
  private static final int AFTER = 1_500 / FRAME_MS;
  private static final int DUCK_WITHIN = 1_000 / FRAME_MS;
  private static final double SOFTER = 0.4467; // −7 dB

  /** The voice stopped as it should after an interruption. */
  boolean obeyed() {
    return stopMs.isPresent() && stopMs.getAsLong() <= OBEYED_MS;
  }

  /** The voice went on as it should after any other sound. */
  boolean ignored() {
    return stopMs.isEmpty();
  }

  /**
   * The sound announced at {@code atMs}; empty when it was none, or not over our voice.
   *
   * @param nextMs when the next is announced
   * @param words what of ours was heard
   */
  static Optional<Overlap> find(
      String kind,
      long atMs,
      long nextMs,
      FrameLevels caller,
      FrameLevels heard,
      PlayedWords words) {
    int onset = (int) (atMs / FRAME_MS);
    int latest = onset + ANNOUNCED;
    while (onset < latest && !caller.audible(onset)) {
      onset++;
    }
    if (onset == latest || heard.audible(onset - BEFORE, onset + 1) < BEFORE) {
      return Optional.empty();
    }
    int until = (int) Math.min(onset + WATCHED, nextMs / FRAME_MS);
    return Optional.of(
        new Overlap(
            kind,
            duck(onset, heard),
            stop(onset, until, heard, words),
            (long) FRAME_MS * (AFTER - heard.audible(onset, onset + AFTER))));
  }

  private static OptionalLong duck(int onset, FrameLevels heard) {
    double usual = heard.usual(onset - 2 * BEFORE, onset);
    for (int frame = onset; frame < onset + DUCK_WITHIN; frame++) {
      if (heard.at(frame) <= usual * SOFTER && heard.at(frame + 1) <= usual * SOFTER) {
        return OptionalLong.of((long) (frame - onset) * FRAME_MS);
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong stop(int onset, int until, FrameLevels heard, PlayedWords words) {
    int other = words.nextUtterance(onset).orElse(until);
    for (int frame = onset; frame < Math.min(until, other); frame++) {
      if (heard.audible(frame, frame + QUIET) == 0) {
        return OptionalLong.of((long) (frame - onset) * FRAME_MS);
      }
    }
    if (other >= until) {
      return OptionalLong.empty();
    }
    int last = other - 1;
    while (last >= onset && !heard.audible(last)) {
      last--;
    }
    return OptionalLong.of((long) (last + 1 - onset) * FRAME_MS);
  }

  /**
   * Our beginnings after half a second of silence: how many there were, and how many of them fell
   * upon a caller who was speaking.
   */
  record Starts(int all, int overCaller) {
    static Starts of(FrameLevels caller, FrameLevels heard) {
      List<Integer> starts = new ArrayList<>();
      for (int frame = QUIET; frame < heard.count(); frame++) {
        if (heard.audible(frame) && heard.audible(frame - QUIET, frame) == 0) {
          starts.add(frame);
        }
      }
      int over = 0;
      for (int frame : starts) {
        over += caller.audible(frame - 1) && caller.audible(frame) ? 1 : 0;
      }
      return new Starts(starts.size(), over);
    }
  }
}
