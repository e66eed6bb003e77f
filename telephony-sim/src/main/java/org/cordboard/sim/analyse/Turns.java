package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Who spoke when, and what lies between; pure. */
final class Turns {
  private static final int SHORTEST_OVERLAP = 100 * Stretch.SAMPLES_PER_MS;
  private static final int SAME_TURN = 2_500 * Stretch.SAMPLES_PER_MS; // silent longer: asked again

  private final List<Stretch> caller;
  private final List<Stretch> other;

  Turns(List<Stretch> caller, List<Stretch> other) {
    this.caller = caller;
    this.other = other;
  }

  /** From each end of the caller's turns to the other side's next speech. */
  Gaps replies() {
    List<Stretch> gaps = new ArrayList<>();
    for (Stretch ended : turnEnds()) {
      if (answered(ended)) {
        gaps.add(ended);
      }
    }
    return new Gaps(gaps);
  }

  /** Turns of the caller that nobody answered before the caller spoke again, or at all. */
  List<Stretch> unanswered() {
    return turnEnds().stream().filter(ended -> !answered(ended)).toList();
  }

  private boolean answered(Stretch ended) {
    return other.stream().anyMatch(each -> each.fromSample() == ended.toSample());
  }

  /** From the end of each turn to whoever speaks next; turns that were talked over are left out. */
  private List<Stretch> turnEnds() {
    List<Stretch> ends = new ArrayList<>();
    for (int i = 0; i < caller.size(); i++) {
      long stopped = caller.get(i).toSample();
      long callerAgain = i + 1 < caller.size() ? caller.get(i + 1).fromSample() : Long.MAX_VALUE;
      long answer =
          other.stream()
              .mapToLong(Stretch::fromSample)
              .filter(from -> from >= stopped)
              .findFirst()
              .orElse(Long.MAX_VALUE);
      boolean goesOn = callerAgain < answer && callerAgain - stopped < SAME_TURN;
      boolean talkedOver = other.stream().anyMatch(each -> each.holds(stopped));
      long next = Math.min(callerAgain, answer);
      if (!goesOn && !talkedOver && next != Long.MAX_VALUE) {
        ends.add(new Stretch(stopped, next));
      }
    }
    return ends;
  }

  List<Overlap> overlaps() {
    List<Overlap> overlaps = new ArrayList<>();
    for (Stretch mine : caller) {
      for (Stretch theirs : other) {
        long from = Math.max(mine.fromSample(), theirs.fromSample());
        long to = Math.min(mine.toSample(), theirs.toSample());
        if (to - from >= SHORTEST_OVERLAP) {
          overlaps.add(new Overlap(new Stretch(from, to), mine.fromSample() > theirs.fromSample()));
        }
      }
    }
    return overlaps;
  }

  /**
   * Where nobody speaks for at least {@code least} samples, between the first and the last word.
   */
  List<Stretch> silences(long least) {
    List<Stretch> all =
        Stream.concat(caller.stream(), other.stream())
            .sorted(Comparator.comparingLong(Stretch::fromSample))
            .toList();
    List<Stretch> silences = new ArrayList<>();
    long spokenTo = all.isEmpty() ? 0 : all.get(0).toSample();
    for (Stretch each : all) {
      if (each.fromSample() - spokenTo >= least) {
        silences.add(new Stretch(spokenTo, each.fromSample()));
      }
      spokenTo = Math.max(spokenTo, each.toSample());
    }
    return silences;
  }
}
