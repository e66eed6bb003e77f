package org.cordboard.lab.turns;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cordboard.lab.turns.TurnTrial.Lateness;
import org.cordboard.lab.turns.TurnTrial.Verdict;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.EndpointingProfile;
import org.cordboard.speech.turn.EndpointingSettings;
import org.cordboard.speech.turn.Expected;
import org.cordboard.speech.wiring.SpeechParts;

/** Tries thresholds on one set of turns and prints what the chosen ones do on another. */
final class EndpointingTable {
  private static final long[] BUDGETS_MS = {200, 250, 300, 400, 500, 650, 800, 1_000};
  private static final long GOAL_MS = 300;
  private static final int STEP_MS = 20;
  private static final int LONGEST_MS = 1_000;
  private static final double[] ERRORS = {0, 0.1};
  private static final long LAG_MS = 150;
  private static final long[] DECODES_MS = {
    300, 500, 600
  }; // the bundled recogniser's, on two cores

  private final SpeechParts parts;
  private final Locale language;
  private final boolean list;
  private final PrintWriter out;
  private final EndpointingSettings own;
  private final long[][] chosen = new long[1 + ERRORS.length][BUDGETS_MS.length];

  /** {@code list} prints the turns that were cut off, too. */
  EndpointingTable(SpeechParts parts, Locale language, boolean list, PrintWriter out) {
    this.parts = parts;
    this.language = language;
    this.list = list;
    this.out = out;
    this.own = parts.endpointing();
  }

  private Endpointer bySilence(long ms) {
    Duration end = Duration.ofMillis(ms);
    Duration pause = own.pause().compareTo(end) > 0 ? end : own.pause();
    return new Endpointer(
        new EndpointingProfile(own.minSpeech(), pause, end, own.maxUtterance(), own.lead()));
  }

  private Endpointer byWords(long ms) {
    return parts.endpointer(own.completeEnd(Duration.ofMillis(ms)), language);
  }

  private List<TurnTrial> trials(List<SpokenTurn> turns, double errors, long seed) {
    return trials(turns, caller -> new Lateness(LAG_MS, errors, seed + caller));
  }

  private List<TurnTrial> trials(List<SpokenTurn> turns, IntFunction<Lateness> lateness) {
    TreeMap<Integer, List<SpokenTurn>> callers =
        turns.stream()
            .collect(Collectors.groupingBy(SpokenTurn::caller, TreeMap::new, Collectors.toList()));
    List<TurnTrial> trials = new ArrayList<>();
    callers.forEach(
        (caller, theirs) ->
            trials.add(new TurnTrial(theirs, parts.voiceActivity(), lateness.apply(caller))));
    return trials;
  }

  private static List<Verdict> hear(
      List<TurnTrial> trials, LongFunction<Endpointer> make, long ms) {
    return trials.stream().flatMap(trial -> trial.hear(make.apply(ms)).stream()).toList();
  }

  /** For each budget, the longest threshold whose median delay is within it. */
  void tune(List<SpokenTurn> turns, long seed) {
    choose(trials(turns, 0, seed), this::bySilence, chosen[0]);
    for (int i = 0; i < ERRORS.length; i++) {
      choose(trials(turns, ERRORS[i], seed), this::byWords, chosen[1 + i]);
    }
  }

  private void choose(List<TurnTrial> trials, LongFunction<Endpointer> make, long[] into) {
    for (long ms = 100; ms <= LONGEST_MS; ms += STEP_MS) {
      long median = EndpointingFigures.of(hear(trials, make, ms)).delayMs(50);
      for (int i = 0; i < BUDGETS_MS.length; i++) {
        into[i] = median <= BUDGETS_MS[i] || into[i] == 0 ? ms : into[i];
      }
    }
  }

  /** Every threshold on these turns: a curve for each way of deciding. */
  List<TradeOffPlot.Curve> curves(List<SpokenTurn> turns, long seed) {
    List<TradeOffPlot.Curve> curves = new ArrayList<>();
    curves.add(curve("silence alone", trials(turns, 0, seed), this::bySilence));
    for (double errors : ERRORS) {
      String name = errors == 0 ? "words" : Math.round(100 * errors) + " % of them wrong";
      curves.add(curve(name, trials(turns, errors, seed), this::byWords));
    }
    return curves;
  }

  private static TradeOffPlot.Curve curve(
      String name, List<TurnTrial> trials, LongFunction<Endpointer> make) {
    List<TradeOffPlot.Point> points = new ArrayList<>();
    for (long ms = 100; ms <= LONGEST_MS; ms += STEP_MS) {
      EndpointingFigures figures = EndpointingFigures.of(hear(trials, make, ms));
      points.add(new TradeOffPlot.Point(figures.delayMs(50), figures.cutShare()));
    }
    return new TradeOffPlot.Curve(name, points);
  }

  /** Prints the table of these turns. */
  void report(String who, List<SpokenTurn> turns, long seed) {
    if (turns.isEmpty()) {
      return;
    }
    long holds =
        turns.stream()
            .flatMap(turn -> turn.pauses().stream())
            .filter(pause -> !pause.end())
            .count();
    out.printf(
        Locale.ROOT,
        "%n  %s: %d turns of %d callers, %d pauses that are no end; words %d ms late%n%n",
        who,
        turns.size(),
        turns.stream().mapToInt(SpokenTurn::caller).distinct().count(),
        holds,
        LAG_MS);
    out.printf(
        "  %-8s %-26s %-34s %-34s%n",
        "budget", "silence alone", "words, none wrong", "words, 10 %% wrong".replace("%%", "%"));
    out.printf(
        "  %-8s %-26s %-34s %-34s%n",
        "(ms)",
        "cut off   p50  mean",
        "cut off   p50   p90  mean  begun",
        "cut off   p50   p90  mean  begun");
    List<TurnTrial> silent = trials(turns, 0, seed);
    List<List<TurnTrial>> worded = new ArrayList<>();
    for (double errors : ERRORS) {
      worded.add(trials(turns, errors, seed));
    }
    for (int i = 0; i < BUDGETS_MS.length; i++) {
      EndpointingFigures alone = EndpointingFigures.of(hear(silent, this::bySilence, chosen[0][i]));
      StringBuilder row = new StringBuilder();
      row.append(
          String.format(
              Locale.ROOT,
              "  %-8d %6.1f %% %5d %5d     ",
              BUDGETS_MS[i],
              100 * alone.cutShare(),
              alone.delayMs(50),
              alone.meanMs()));
      for (int k = 0; k < worded.size(); k++) {
        row.append(
            row(EndpointingFigures.of(hear(worded.get(k), this::byWords, chosen[1 + k][i]))));
      }
      out.println(row.toString().stripTrailing());
    }
    asInstalled(turns, seed);
    forms(silent, worded);
  }

  /** With no threshold chosen: what the settings do when words come from decodes in pauses. */
  private void asInstalled(List<SpokenTurn> turns, long seed) {
    out.printf(
        "%n  as the settings are, words in pauses, after a decode on trial of so many ms:%n");
    for (long decodeMs : DECODES_MS) {
      List<TurnTrial> late =
          trials(turns, caller -> new Lateness(decodeMs, 0, seed + caller, true));
      List<Verdict> heard = hear(late, ms -> parts.endpointer(language), GOAL_MS);
      out.printf("  %-8d %s%n", decodeMs, row(EndpointingFigures.of(heard)).stripTrailing());
    }
  }

  private static String row(EndpointingFigures each) {
    return String.format(
        Locale.ROOT,
        "%6.1f %% %5d %5d %5d  %5.2f     ",
        100 * each.cutShare(),
        each.delayMs(50),
        each.delayMs(90),
        each.meanMs(),
        each.begun());
  }

  private void forms(List<TurnTrial> silent, List<List<TurnTrial>> worded) {
    int goal = 0;
    while (BUDGETS_MS[goal] != GOAL_MS) {
      goal++;
    }
    List<Verdict> alone = hear(silent, this::bySilence, chosen[0][goal]);
    List<List<Verdict>> with = new ArrayList<>();
    for (int k = 0; k < worded.size(); k++) {
      with.add(hear(worded.get(k), this::byWords, chosen[1 + k][goal]));
    }
    out.printf("%n  at %d ms by what is expected:%n", GOAL_MS);
    for (Expected.Form form : Expected.Form.values()) {
      String name = form.name().toLowerCase(Locale.ROOT);
      group(name, verdict -> verdict.turn().expected().form() == form, alone, with);
    }
    List<String> kinds =
        alone.stream().map(verdict -> verdict.turn().kind()).distinct().sorted().toList();
    if (kinds.size() > 1) {
      out.printf("%n  at %d ms by kind:%n", GOAL_MS);
      kinds.forEach(
          kind -> group(kind, verdict -> verdict.turn().kind().equals(kind), alone, with));
    }
    if (list) {
      for (int k = 0; k < with.size(); k++) {
        out.printf("%n  cut off at %d ms, %.0f %% of words wrong:%n", GOAL_MS, 100 * ERRORS[k]);
        with.get(k).stream()
            .filter(Verdict::cut)
            .forEach(each -> out.println("  " + each.turn().id() + " " + each.how()));
      }
    }
  }

  private void group(
      String name, Predicate<Verdict> which, List<Verdict> alone, List<List<Verdict>> with) {
    EndpointingFigures silence = EndpointingFigures.of(alone, which);
    if (silence.turns() == 0) {
      return;
    }
    StringBuilder row = new StringBuilder();
    row.append(
        String.format(
            Locale.ROOT,
            "  %-8s %6.1f %% %5d %5d     ",
            name,
            100 * silence.cutShare(),
            silence.delayMs(50),
            silence.meanMs()));
    with.forEach(each -> row.append(row(EndpointingFigures.of(each, which))));
    row.append(silence.turns()).append(" turns, missed ").append(silence.missed());
    out.println(row);
  }
}
