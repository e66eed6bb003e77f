package org.cordboard.lab.turns;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.cordboard.lab.turns.TurnTrial.Verdict;

/**
 * How often callers were cut off, and how long they waited otherwise.
 *
 * @param turns how many
 * @param cut ended in a pause
 * @param missed never found
 * @param delaysMs of the others, ascending
 * @param readies answers that would have been begun
 */
@SuppressWarnings("ArrayRecordComponent")
record EndpointingFigures(int turns, int cut, int missed, long[] delaysMs, int readies) {

  static EndpointingFigures of(List<Verdict> verdicts) {
    return of(verdicts, verdict -> true);
  }

  static EndpointingFigures of(List<Verdict> verdicts, Predicate<Verdict> which) {
    List<Verdict> chosen = verdicts.stream().filter(which).toList();
    long[] delays =
        chosen.stream()
            .filter(verdict -> !verdict.cut() && !verdict.missed())
            .mapToLong(Verdict::delayMs)
            .sorted()
            .toArray();
    return new EndpointingFigures(
        chosen.size(),
        (int) chosen.stream().filter(Verdict::cut).count(),
        (int) chosen.stream().filter(Verdict::missed).count(),
        delays,
        chosen.stream().mapToInt(Verdict::readies).sum());
  }

  double cutShare() {
    return turns == 0 ? 0 : (double) cut / turns;
  }

  long delayMs(double percent) {
    int last = delaysMs.length - 1;
    return last < 0 ? 0 : delaysMs[(int) Math.round(percent / 100 * last)];
  }

  long meanMs() {
    return Math.round(Arrays.stream(delaysMs).average().orElse(0));
  }

  /** Answers begun for each turn; one is used. */
  double begun() {
    return turns == 0 ? 0 : (double) readies / turns;
  }
}
