package org.cordboard.gateway.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely it is that a call needs a supervisor, from 0 to 100, and why: anger, rules that fired,
 * failing tools and parts, misunderstanding, going in circles, dead air. A person on the line
 * halves it. It orders a list and decides nothing.
 *
 * @param score 0 to 100
 * @param reasons in a few words each, weightiest first as a rule
 */
record Risk(int score, List<String> reasons) {
  static final Risk NONE = new Risk(0, List.of());

  private static final int DEAD_AIR_S = 10;

  /** What speaks for a risk; the fold's working state. */
  static final class Signs {
    double anger;
    int escalation;
    int unsure;
    int misses;
    int toolsFailed;
    int sameIntent;
    boolean degraded;
    String transfer = "";

    void escalation(String effect) {
      int weight =
          switch (effect) {
            case "first-in-line" -> 60;
            case "transfer-now" -> 30;
            default -> 15;
          };
      escalation = Math.max(escalation, weight);
    }
  }

  static Risk of(Signs signs, Duration quiet) {
    Sum sum = new Sum();
    sum.add(signs.escalation, signs.escalation >= 60 ? "danger" : "escalation");
    sum.add((int) Math.round(Math.min(1, Math.max(0, signs.anger)) * 40), "anger");
    if (!signs.transfer.isEmpty() && !signs.transfer.equals("BRIDGED")) {
      sum.add(signs.transfer.equals("RETURNED") ? 25 : 15, "transfer " + signs.transfer);
    }
    sum.add(signs.degraded ? 15 : 0, "degraded part");
    sum.add(Math.min(20, signs.toolsFailed * 10), "tool failed");
    sum.add(Math.min(20, (signs.unsure + signs.misses) * 10), "not understood");
    sum.add(signs.sameIntent >= 3 ? 15 : 0, "going in circles");
    long silent = quiet.toSeconds();
    sum.add(silent >= DEAD_AIR_S ? (int) Math.min(30, silent) : 0, "dead air");
    int score = signs.transfer.equals("BRIDGED") ? sum.total / 2 : sum.total;
    return new Risk(Math.min(100, score), List.copyOf(sum.reasons));
  }

  private static final class Sum {
    private final List<String> reasons = new ArrayList<>();
    private int total;

    void add(int points, String reason) {
      if (points > 3) {
        total += points;
        reasons.add(reason);
      }
    }
  }
}
