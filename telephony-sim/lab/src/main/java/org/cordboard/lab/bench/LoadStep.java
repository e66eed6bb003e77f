package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.sim.load.LoadWindow;

/**
 * What one number of calls met, and what the gateway used meanwhile.
 *
 * @param calls asked for
 * @param window what the calls met
 * @param core share of its core that the gateway used
 * @param gateway its figures at the end, memory after a garbage collection
 * @param gcMs garbage collection in the window
 */
record LoadStep(int calls, LoadWindow window, double core, JsonObject gateway, long gcMs) {
  /** Added delay that one answer in a hundred may exceed. */
  static final double MOST_P99_MS = 20;

  private static final double FRAMES_A_SECOND = 50;

  /** Why it does not hold; empty when it does. */
  String failure() {
    List<String> why = new ArrayList<>();
    if (window.lost() > 0) {
      why.add(window.lost() + " calls lost");
    }
    if (window.unanswered() > 0) {
      why.add(window.unanswered() + " turns unanswered");
    }
    if (window.holes() > 0) {
      why.add(
          String.format(
              Locale.ROOT, "%d holes, up to %.0f ms", window.holes(), window.longestHoleMs()));
    }
    if (window.turns() == 0) {
      why.add("no answer was measured");
    } else if (window.added().ms(0.99) > MOST_P99_MS) {
      why.add(String.format(Locale.ROOT, "p99 %.1f ms", window.added().ms(0.99)));
    }
    return String.join(", ", why);
  }

  boolean holds() {
    return failure().isEmpty();
  }

  /** Why the generator cannot be believed; empty when it can. */
  String saturation() {
    return window.saturated()
        ? String.format(
            Locale.ROOT,
            "the generator was saturated: its frames were %.1f ms late (p99; %.0f allowed), its"
                + " core %.0f %% busy (%.0f allowed)",
            window.late().ms(0.99),
            LoadWindow.MOST_LATE_MS,
            100 * window.busy(),
            100 * LoadWindow.MOST_BUSY)
        : "";
  }

  /** Processor time of the whole gateway for 20 ms of one call, in microseconds. */
  double frameUs() {
    return 1e6 * core / (calls * FRAMES_A_SECOND);
  }

  /** Bytes that the gateway allocates in a second for one call. */
  double allocated() {
    return gateway.getDouble("allocatedASecond", 0.0) / calls;
  }

  static String heading() {
    return "  calls  turns   added p50    p95    p99    max   holes   core  compiler  a frame  allocated  lag p99"
        + "  generator late p99 / busy";
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "  %5d  %5d  %9.1f %6.1f %6.1f %6.1f ms %5d  %3.0f %%     %3.0f %%   %4.0f µs  %4.0f kB/s  %4.1f ms"
            + "  %9.1f ms / %2.0f %%   %s",
        calls,
        window.turns(),
        window.added().ms(0.5),
        window.added().ms(0.95),
        window.added().ms(0.99),
        window.added().ms(1),
        window.holes(),
        100 * core,
        100 * gateway.getDouble("compiling", 0.0),
        frameUs(),
        allocated() / 1e3,
        gateway.getDouble("lagP99Ms", 0.0),
        window.late().ms(0.99),
        100 * window.busy(),
        window.saturated() ? "VOID" : holds() ? "holds" : "fails: " + failure());
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("calls", calls)
        .put("turns", window.turns())
        .put(
            "addedMs",
            new JsonObject()
                .put("p50", window.added().ms(0.5))
                .put("p95", window.added().ms(0.95))
                .put("p99", window.added().ms(0.99))
                .put("max", window.added().ms(1)))
        .put("holes", window.holes())
        .put("longestHoleMs", window.longestHoleMs())
        .put("unanswered", window.unanswered())
        .put("lost", window.lost())
        .put("cleared", window.cleared())
        .put("core", core)
        .put("frameUs", frameUs())
        .put("bytesASecondAndCall", allocated())
        .put("gcMs", gcMs)
        .put("gateway", gateway)
        .put(
            "generator",
            new JsonObject()
                .put("lateP50Ms", window.late().ms(0.5))
                .put("lateP99Ms", window.late().ms(0.99))
                .put("busy", window.busy())
                .put("saturated", window.saturated()))
        .put("holds", holds())
        .put("failure", failure());
  }
}
