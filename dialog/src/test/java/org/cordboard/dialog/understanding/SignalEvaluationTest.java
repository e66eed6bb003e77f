package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordboard.dialog.Expecting;
import org.junit.jupiter.api.Test;

/** Precision and recall of every signal on signals.txt; each third line was never tuned on. */
class SignalEvaluationTest {

  private record Line(String text, Set<Signal> must, Set<Signal> may) {}

  private static final class Count {
    private int found;
    private int wrong;
    private int missed;

    double precision() {
      return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    double recall() {
      return found + missed == 0 ? 1 : (double) found / (found + missed);
    }
  }

  @Test
  void signalsAreFoundInUnseenWordings() throws Exception {
    Map<Signal, Count> bySignal = new EnumMap<>(Signal.class);
    Count tuned = new Count();
    Count kept = new Count();
    List<String> mistakes = new ArrayList<>();
    List<Line> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Set<Signal> got =
          SamplePlaybook.understanding().read(line.text(), Expecting.ANYTHING).signals();
      for (Signal signal : Signal.values()) {
        boolean has = got.contains(signal);
        boolean must = line.must().contains(signal);
        if (!line.may().contains(signal) && (has || must)) {
          count(bySignal.computeIfAbsent(signal, any -> new Count()), has, must);
          count(i % 3 == 2 ? kept : tuned, has, must);
          if (has != must) {
            mistakes.add(
                (must ? "missed " : "wrong ")
                    + signal
                    + (i % 3 == 2 ? " (kept)" : "")
                    + ": "
                    + line.text());
          }
        }
      }
    }
    bySignal.forEach(
        (signal, count) ->
            System.out.printf(
                "%-26s precision %.3f recall %.3f (%d)%n",
                signal, count.precision(), count.recall(), count.found + count.missed));
    System.out.printf(
        "tuned on: precision %.3f recall %.3f; kept apart: precision %.3f recall %.3f%n",
        tuned.precision(), tuned.recall(), kept.precision(), kept.recall());
    mistakes.forEach(System.out::println);
    assertThat(tuned.precision()).isGreaterThan(0.96);
    assertThat(tuned.recall()).isGreaterThan(0.96);
    assertThat(kept.precision()).isGreaterThan(0.90);
    assertThat(kept.recall()).isGreaterThan(0.92);
  }

  private static void count(Count count, boolean has, boolean must) {
    count.found += has && must ? 1 : 0;
    count.wrong += has && !must ? 1 : 0;
    count.missed += !has && must ? 1 : 0;
  }

  private static List<Line> lines() throws Exception {
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                SignalEvaluationTest.class.getResourceAsStream("signals.txt"),
                StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) {
        int bar = line.indexOf(" | ");
        if (!line.startsWith("#") && bar > 0) {
          Set<Signal> must = EnumSet.noneOf(Signal.class);
          Set<Signal> may = EnumSet.noneOf(Signal.class);
          for (String name : line.substring(0, bar).split(" ", -1)) {
            if (name.endsWith("?")) {
              may.add(Signal.valueOf(name.substring(0, name.length() - 1)));
            } else if (!name.equals("NONE")) {
              must.add(Signal.valueOf(name));
            }
          }
          lines.add(new Line(line.substring(bar + 3).strip(), must, may));
        }
      }
    }
    return lines;
  }
}
