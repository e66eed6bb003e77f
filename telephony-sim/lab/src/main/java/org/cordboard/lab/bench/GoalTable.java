package org.cordboard.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.sim.analyse.Distribution;
import org.cordboard.sim.analyse.Rate;

/** Figures, a line each, beside what was demanded of them. */
final class GoalTable {
  private final StringBuilder text = new StringBuilder();
  private final List<String> missed = new ArrayList<>();
  private final long seed;

  /** {@code seed} is that of the resamples. */
  GoalTable(String title, long seed) {
    text.append(title).append(System.lineSeparator());
    this.seed = seed;
  }

  /** A figure of which nothing is demanded. */
  void line(String name, String value) {
    line(name, value, "", true);
  }

  void line(String name, String value, String goal, boolean kept) {
    text.append(String.format(Locale.ROOT, "  %-20s %s", name, value));
    if (!goal.isEmpty()) {
      text.append("  goal ").append(goal).append(kept ? "" : "  MISSED");
      if (!kept) {
        missed.add(name + ": " + value + ", goal " + goal);
      }
    }
    text.append(System.lineSeparator());
  }

  /** Times; {@code p99} is 0 when nothing is demanded of it. */
  void times(String name, Distribution times, long p50, long p99) {
    String goal = "p50 " + p50 + (p99 == 0 ? " ms" : ", p99 " + p99 + " ms");
    if (times.count() == 0) {
      line(name, "never", goal, false);
      return;
    }
    Distribution.Interval interval = times.bootstrap(50, seed);
    boolean kept = times.percentile(50) <= p50 && (p99 == 0 || times.percentile(99) <= p99);
    line(
        name,
        String.format(
            Locale.ROOT,
            "p50 %d ms [%d–%d], p99 %d ms, max %d ms (%d)",
            times.percentile(50),
            interval.from(),
            interval.to(),
            times.percentile(99),
            times.percentile(100),
            times.count()),
        goal,
        kept);
  }

  /** A rate that must be at least so high: by its bound, or as it was counted. */
  void atLeast(String name, Rate rate, double goal, boolean bound) {
    line(
        name,
        rate.text(),
        String.format(Locale.ROOT, "at least %.0f %%", 100 * goal),
        rate.of() > 0 && (bound ? rate.low() : rate.share()) >= goal);
  }

  /** The goals that were missed, in words. */
  List<String> missed() {
    return List.copyOf(missed);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
