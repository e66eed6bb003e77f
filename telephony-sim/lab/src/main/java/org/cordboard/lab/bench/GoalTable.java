package org.cordboard.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.sim.analyse.Distribution;
import org.cordboard.sim.analyse.Rate;

/** Figures, a line each, beside what was demanded of them. */
final class GoalTable {
  private static final double Z_SQUARED = 1.959964 * 1.959964; // of a 95 % interval

  private final StringBuilder text = new StringBuilder();
  private final List<String> missed = new ArrayList<>();
  private final long seed;

  /** When a rate counts as high (or low) enough. */
  enum Proof {
    /** The whole of its interval is: it has been shown. */
    SHOWN,
    /** As it was counted, it is. */
    COUNTED,
    /** Some of its interval is: so few events show no more, and do not speak against it. */
    NOT_REFUTED
  }

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

  /** A rate that must be at least so high. */
  void atLeast(String name, Rate rate, double goal, Proof proof) {
    double reached =
        switch (proof) {
          case SHOWN -> rate.low();
          case COUNTED -> rate.share();
          case NOT_REFUTED -> rate.high();
        };
    line(
        name,
        rate.text(),
        String.format(Locale.ROOT, "at least %.0f %%", 100 * goal)
            + (proof == Proof.NOT_REFUTED
                ? shown(rate.low() >= goal, "all", goal / (1 - goal))
                : ""),
        rate.of() > 0 && reached >= goal);
  }

  /** A rate that must be at most so high. */
  void atMost(String name, Rate rate, double goal, Proof proof) {
    double reached =
        switch (proof) {
          case SHOWN -> rate.high();
          case COUNTED -> rate.share();
          case NOT_REFUTED -> rate.low();
        };
    line(
        name,
        rate.text(),
        String.format(Locale.ROOT, "at most %.1f %%", 100 * goal)
            + (proof == Proof.NOT_REFUTED
                ? shown(rate.high() <= goal, "none", (1 - goal) / goal)
                : ""),
        rate.of() > 0 && reached <= goal);
  }

  /** {@code odds} of the goal, which {@code best} of so many events show at the least. */
  private static String shown(boolean shown, String best, double odds) {
    return shown
        ? ", shown"
        : String.format(
            Locale.ROOT,
            " to lie within the interval (it takes %s of %d to show it)",
            best,
            (long) Math.ceil(Z_SQUARED * odds));
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
