package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.cordboard.dialog.Expecting;
import org.junit.jupiter.api.Test;

/**
 * Precision and recall of every signal: English by words and meanings, on lines of which each third
 * was never tuned on; German by words alone, whatever model of sentences a company has, on lines
 * that were tuned on and others that were not.
 */
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

  private record Found(Count tuned, Count kept) {
    Count all() {
      Count all = new Count();
      all.found = tuned.found + kept.found;
      all.wrong = tuned.wrong + kept.wrong;
      all.missed = tuned.missed + kept.missed;
      return all;
    }
  }

  @Test
  void signalsAreFoundInUnseenWordings() throws Exception {
    Found found =
        evaluate(
            "signals.txt",
            text -> SamplePlaybook.understanding().read(text, Expecting.ANYTHING).signals());
    assertThat(found.tuned().precision()).isGreaterThan(0.96);
    assertThat(found.tuned().recall()).isGreaterThan(0.96);
    assertThat(found.kept().precision()).isGreaterThan(0.90);
    assertThat(found.kept().recall()).isGreaterThan(0.92);
  }

  @Test
  void signalsAreFoundInUnseenGermanWordings() throws Exception {
    SignalCatalog german = SignalCatalog.load(Locale.GERMANY, Map.of());
    Function<String, Set<Signal>> words = text -> german.inWords(Words.normal(text));
    Found tuned = evaluate("signals-de.txt", words);
    Found kept = evaluate("signals-de-kept.txt", words);
    assertThat(tuned.all().precision()).isGreaterThan(0.96);
    assertThat(tuned.all().recall()).isGreaterThan(0.96);
    assertThat(kept.all().precision()).isGreaterThan(0.90);
    assertThat(kept.all().recall()).isGreaterThan(0.80);
  }

  private static Found evaluate(String file, Function<String, Set<Signal>> reading)
      throws Exception {
    Map<Signal, Count> bySignal = new EnumMap<>(Signal.class);
    Count tuned = new Count();
    Count kept = new Count();
    List<String> mistakes = new ArrayList<>();
    List<Line> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Set<Signal> got = reading.apply(line.text());
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
        file + ": tuned on: precision %.3f recall %.3f; kept apart: precision %.3f recall %.3f%n",
        tuned.precision(),
        tuned.recall(),
        kept.precision(),
        kept.recall());
    mistakes.forEach(System.out::println);
    return new Found(tuned, kept);
  }

  private static void count(Count count, boolean has, boolean must) {
    count.found += has && must ? 1 : 0;
    count.wrong += has && !must ? 1 : 0;
    count.missed += !has && must ? 1 : 0;
  }

  private static List<Line> lines(String file) throws Exception {
    List<Line> lines = new ArrayList<>();
    for (String line : SamplePlaybook.lines(SignalEvaluationTest.class, file)) {
      int bar = line.indexOf(" | ");
      if (bar > 0) {
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
    return lines;
  }
}
