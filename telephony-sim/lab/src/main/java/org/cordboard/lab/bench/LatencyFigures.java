package org.cordboard.lab.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.sim.analyse.Distribution;
import org.cordboard.sim.analyse.InteractionPanel;
import org.cordboard.sim.analyse.Network;
import org.cordboard.sim.analyse.RecordingReport;
import org.cordboard.sim.analyse.SelfCheck;
import org.cordboard.sim.analyse.Stretch;
import org.cordboard.sim.analyse.TurnKind;

/** Reply times of several calls, by kind of turn. */
final class LatencyFigures {
  private static final Pattern SPECULATIONS =
      Pattern.compile("cordboard_speculations_total\\{result=\"([a-z]+)\"} (\\d+)");

  private final Parts parts;
  private final Optional<Machine> machine;
  private final long seed;
  private final Map<TurnKind, List<Long>> times = new EnumMap<>(TurnKind.class);
  private final List<InteractionPanel> panels = new ArrayList<>();
  private int passed;
  private int holes;
  private int clippedStarts;
  private int deadAir;
  private int overlaps;
  private long slowest = -1;
  private final Map<String, Long> speculations = new TreeMap<>();
  private Path lastPage = Path.of("");

  /** {@code machine} is empty for calls in virtual time. */
  LatencyFigures(Parts parts, Optional<Machine> machine, long seed) {
    this.parts = parts;
    this.machine = machine;
    this.seed = seed;
  }

  /** Counts a call: the part of it with the AI. True when it has the longest wait so far. */
  boolean add(PlayedCall call, boolean asExpected) {
    RecordingReport report = call.withAi();
    report
        .byKind(call.notes())
        .forEach(
            (kind, gaps) ->
                times
                    .computeIfAbsent(kind, any -> new ArrayList<>())
                    .addAll(gaps.stream().map(Stretch::lengthMs).toList()));
    panels.add(report.panel(call.notes()));
    passed += asExpected ? 1 : 0;
    holes += report.holes().size();
    clippedStarts += report.clippedStarts().size();
    deadAir += report.deadAir().size();
    overlaps += report.overlaps().size();
    lastPage = PlayedCall.page(call.wav());
    long longest = report.replies().each().stream().mapToLong(Stretch::lengthMs).max().orElse(0);
    boolean slower = longest > slowest;
    slowest = Math.max(slowest, longest);
    return slower;
  }

  /** Counts answers that were worked out ahead, from a gateway's metrics. */
  void add(String metrics) {
    Matcher each = SPECULATIONS.matcher(metrics);
    while (each.find()) {
      speculations.merge(each.group(1), Long.parseLong(each.group(2)), Long::sum);
    }
  }

  private String ahead() {
    long used = speculations.getOrDefault("used", 0L);
    long all = used + speculations.getOrDefault("discarded", 0L);
    return all == 0 ? "" : "  answers worked out ahead " + all + ", used " + used + "%n";
  }

  Path lastPage() {
    return lastPage;
  }

  /** All replies together: everything but the greeting, which nobody asked for. */
  private Distribution replies() {
    return Distribution.of(
        times.entrySet().stream()
            .filter(each -> each.getKey() != TurnKind.GREETING)
            .flatMap(each -> each.getValue().stream())
            .toList());
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "  %-12s %4s  %-22s %-22s %6s %6s   %s%n",
            "reply (ms)",
            "n",
            "p50 [95 %]",
            "p95 [95 %]",
            "p99",
            "max",
            "at 115 ms each way: p50 / p95 / p99"));
    times.forEach(
        (kind, each) ->
            table.append(row(kind.label(), Distribution.of(each), Network.FAR.laterMs(kind))));
    table.append(row("all replies", replies(), Network.FAR.laterMs(TurnKind.REPLY)));
    table.append(goals());
    table.append(
        String.format(
            Locale.ROOT,
            "%n  calls as expected %d of %d; holes in speech %d, clipped starts %d, dead air over 4 s"
                + " %d, both at once %d%n",
            passed,
            panels.size(),
            holes,
            clippedStarts,
            deadAir,
            overlaps));
    table.append(String.format(Locale.ROOT, ahead()));
    table.append(InteractionPanel.pooled(panels).table());
    return machine.isEmpty() ? table.toString() : measuredOn(table, machine.get());
  }

  private String measuredOn(StringBuilder table, Machine machine) {
    SelfCheck.Row own = SelfCheck.run(seed).claimed();
    table.append(
        String.format(
            Locale.ROOT,
            "  instrument: %d of %d planted events found within 10 ms (cordboard bench check)%n",
            own.within(10),
            own.planted()));
    return table.append(machine.text()).append(System.lineSeparator()).toString();
  }

  /** The goals that were missed, in words. */
  List<String> missed() {
    List<String> missed = new ArrayList<>();
    Distribution all = replies();
    missed(missed, "p50", all.percentile(50), parts.goalP50Ms());
    missed(missed, "p95", all.percentile(95), parts.goalP95Ms());
    if (passed < panels.size()) {
      missed.add("calls as expected: " + passed + " of " + panels.size());
    }
    return missed;
  }

  private static void missed(List<String> missed, String what, long ms, long goal) {
    if (goal > 0 && ms > goal) {
      missed.add(what + " " + ms + " ms, goal " + goal);
    }
  }

  private String goals() {
    String p95 = parts.goalP95Ms() == 0 ? "" : ", p95 ≤ " + parts.goalP95Ms() + " ms";
    List<String> missed = missed();
    return String.format(
        Locale.ROOT,
        "  goal         p50 ≤ %d ms%s%s%n",
        parts.goalP50Ms(),
        p95,
        missed.isEmpty() ? "" : "  MISSED: " + String.join("; ", missed));
  }

  private String row(String name, Distribution each, long laterMs) {
    Distribution far = each.plus(laterMs);
    return String.format(
        Locale.ROOT,
        "  %-12s %4d  %-22s %-22s %6d %6d   %d / %d / %d%n",
        name,
        each.count(),
        interval(each, 50),
        interval(each, 95),
        each.percentile(99),
        each.percentile(100),
        far.percentile(50),
        far.percentile(95),
        far.percentile(99));
  }

  private String interval(Distribution each, double percent) {
    Distribution.Interval interval = each.bootstrap(percent, seed);
    return each.percentile(percent) + " [" + interval.from() + "–" + interval.to() + "]";
  }

  JsonObject toJson() {
    JsonObject kinds = new JsonObject();
    times.forEach(
        (kind, each) ->
            kinds.put(
                kind.label(),
                Distribution.of(each)
                    .toJson(seed)
                    .put("laterMsAt115Ms", Network.FAR.laterMs(kind))));
    return new JsonObject()
        .put("machine", machine.map(Machine::toJson).orElse(null))
        .put("time", machine.isEmpty() ? "virtual" : "real")
        .put("parts", parts.label())
        .put("seed", seed)
        .put("calls", panels.size())
        .put("passed", passed)
        .put("kinds", kinds)
        .put("replies", replies().toJson(seed))
        .put("missed", new JsonArray(missed()))
        .put("speculations", new JsonObject(new TreeMap<String, Object>(speculations)))
        .put("holes", holes)
        .put("clippedStarts", clippedStarts)
        .put("deadAir", deadAir)
        .put("overlaps", overlaps)
        .put("panel", InteractionPanel.pooled(panels).toJson());
  }
}
