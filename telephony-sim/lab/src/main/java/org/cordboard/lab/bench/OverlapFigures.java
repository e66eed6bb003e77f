package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cordboard.sim.analyse.Distribution;
import org.cordboard.sim.analyse.Network;
import org.cordboard.sim.analyse.Rate;
import org.cordboard.sim.analyse.TurnKind;

/** What our voice did when callers made sounds over it, in many calls, beside what it should do. */
final class OverlapFigures {
  static final String INTERRUPTION = "INTERRUPTION";

  private final String title;
  private final Goals goals;
  private final GoalTable.Proof proof;
  private final long seed;
  private final List<Long> ducks = new ArrayList<>();
  private final List<Long> stops = new ArrayList<>();
  private final List<Long> silences = new ArrayList<>();
  private final Map<String, Rate> ignored = new TreeMap<>();
  private final Map<String, Integer> uncounted = new TreeMap<>();
  private final List<String> missed = new ArrayList<>();
  private Rate obeyed = new Rate(0, 0);
  private Rate startedOver = new Rate(0, 0);
  private HeardClaims claims = new HeardClaims(0, 0, 0);

  /**
   * What is demanded. Of rates it is shown by bounds that hold with 97.5 % confidence (a 95 %
   * Wilson interval).
   *
   * @param duckP50Ms and the like: at most; 0 for no demand
   */
  record Goals(
      long duckP50Ms,
      long duckP99Ms,
      long stopP50Ms,
      long stopP99Ms,
      double obeyed,
      double ignored) {
    static final double STARTED_OVER = 0.02;
    static final double WITHIN_ONE = 0.95;

    /** With words 200 ms behind the caller. */
    static final Goals EARLY_WORDS = new Goals(120, 200, 300, 450, 0.99, 0.95);

    /** With words only after the end of what was said. */
    static final Goals LATE_WORDS = new Goals(120, 200, 700, 0, 0.97, 0.85);
  }

  OverlapFigures(String title, Goals goals, GoalTable.Proof proof, long seed) {
    this.title = title;
    this.goals = goals;
    this.proof = proof;
    this.seed = seed;
  }

  void add(Overlap each) {
    each.duckMs().ifPresent(ducks::add);
    if (each.kind().equals(INTERRUPTION)) {
      obeyed = obeyed.plus(one(each.obeyed()));
      if (each.obeyed()) {
        stops.add(each.stopMs().orElseThrow());
      }
    } else {
      ignored.merge(each.kind(), one(each.ignored()), Rate::plus);
      if (each.ignored()) {
        silences.add(each.silentMs());
      }
    }
  }

  /** A sound that was to be made over our voice tells nothing; {@code why} in a few words. */
  void uncounted(String why) {
    uncounted.merge(why, 1, Integer::sum);
  }

  void add(Overlap.Starts starts) {
    startedOver = startedOver.plus(new Rate(starts.overCaller(), starts.all()));
  }

  void add(HeardClaims more) {
    claims = claims.plus(more);
  }

  /** Of the three rates, that of which fewest were counted. */
  long fewest() {
    return Math.min(obeyed.of(), Math.min(allIgnored().of(), startedOver.of()));
  }

  private Rate allIgnored() {
    return ignored.values().stream().reduce(new Rate(0, 0), Rate::plus);
  }

  private static Rate one(boolean hit) {
    return new Rate(hit ? 1 : 0, 1);
  }

  /** The goals that were missed, in words; known once the table has been made. */
  List<String> missed() {
    return missed;
  }

  String table() {
    GoalTable table = new GoalTable(title, seed);
    table.times("softer after", Distribution.of(ducks), goals.duckP50Ms(), goals.duckP99Ms());
    table.times("silent after", Distribution.of(stops), goals.stopP50Ms(), goals.stopP99Ms());
    table.line("  at 115 ms each way", far(ducks) + "; " + far(stops));
    table.atLeast("obeyed", obeyed, goals.obeyed(), proof);
    table.atLeast("ignored", allIgnored(), goals.ignored(), proof);
    ignored.forEach((kind, rate) -> table.line("  " + kind.toLowerCase(Locale.ROOT), rate.text()));
    if (!silences.isEmpty()) {
      Distribution silent = Distribution.of(silences);
      table.line(
          "  silent meanwhile",
          String.format(
              Locale.ROOT,
              "%d of %d for a moment: p50 %d ms, p90 %d ms of all",
              silences.stream().filter(ms -> ms > 0).count(),
              silences.size(),
              silent.percentile(50),
              silent.percentile(90)));
    }
    table.atMost("began over caller", startedOver, Goals.STARTED_OVER, proof);
    if (claims.claims() > 0) {
      Rate within = new Rate(claims.withinOne(), claims.claims());
      table.atLeast("heard, one word off", within, Goals.WITHIN_ONE, GoalTable.Proof.COUNTED);
      table.line(
          "claimed too much",
          claims.tooMuch() + " of " + claims.claims(),
          "0",
          claims.tooMuch() == 0);
    }
    table.line("counted", counted());
    missed.clear();
    missed.addAll(table.missed());
    return table.toString();
  }

  private String counted() {
    long counted = obeyed.of() + allIgnored().of();
    long lost = uncounted.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder text = new StringBuilder(counted + " of " + (counted + lost) + " planned sounds");
    uncounted.forEach((why, times) -> text.append("; ").append(times).append(' ').append(why));
    return text.toString();
  }

  /** As it is heard far away. */
  private static String far(List<Long> times) {
    Distribution all = Distribution.of(times);
    return all.count() == 0
        ? "never"
        : String.format(
            Locale.ROOT,
            "p50 %d, p99 %d ms",
            all.percentile(50) + Network.FAR.laterMs(TurnKind.REPLY),
            all.percentile(99) + Network.FAR.laterMs(TurnKind.REPLY));
  }

  JsonObject toJson() {
    JsonObject kinds = new JsonObject();
    ignored.forEach((kind, rate) -> kinds.put(kind.toLowerCase(Locale.ROOT), json(rate)));
    return new JsonObject()
        .put("duck", Distribution.of(ducks).toJson(seed))
        .put("stop", Distribution.of(stops).toJson(seed))
        .put("obeyed", json(obeyed))
        .put("ignored", json(allIgnored()).put("kinds", kinds))
        .put("startedOver", json(startedOver))
        .put("uncounted", new JsonObject(new TreeMap<String, Object>(uncounted)))
        .put(
            "heard",
            new JsonObject()
                .put("claims", claims.claims())
                .put("withinOne", claims.withinOne())
                .put("tooMuch", claims.tooMuch()))
        .put("missed", new io.vertx.core.json.JsonArray(missed));
  }

  private static JsonObject json(Rate rate) {
    return new JsonObject()
        .put("hits", rate.hits())
        .put("of", rate.of())
        .put("low", rate.low())
        .put("high", rate.high());
  }
}
