package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The instrument's own error: recordings with planted gaps, ducks, stops, holes and clipped starts,
 * in several noises and levels and after μ-law, are measured, and what is found is compared with
 * what was planted. The truth is the sample where a voice begins or ends; it rises in 8 ms and
 * falls in 12. Takes a few seconds; the same seed gives the same figures.
 *
 * @param rows one for each thing measured under one condition
 */
public record SelfCheck(List<Row> rows) {
  private static final int LENGTH_MS = 120_000;
  private static final double CLAIMED_SNR_DB = 20;
  private static final long NEAR_MS = 250; // farther away it is another event

  /** Copies the rows. */
  public SelfCheck {
    rows = List.copyOf(rows);
  }

  /**
   * One measure under one condition.
   *
   * @param measure what is measured
   * @param condition the noise and level it is measured in
   * @param claimed whether ±10 ms is claimed here
   * @param planted how many there were
   * @param errorsMs found less planted, of those found, sorted
   * @param invented how many were found where none was
   */
  public record Row(
      String measure,
      String condition,
      boolean claimed,
      int planted,
      List<Double> errorsMs,
      int invented) {
    /** Sorts a copy. */
    public Row {
      errorsMs = errorsMs.stream().sorted().toList();
    }

    /** How many were found within {@code ms} of the truth. */
    public long within(double ms) {
      return errorsMs.stream().filter(each -> Math.abs(each) <= ms).count();
    }

    double quantile(double share) {
      return errorsMs.isEmpty()
          ? Double.NaN
          : errorsMs.get((int) Math.min(errorsMs.size() - 1, share * errorsMs.size()));
    }

    double worst() {
      return errorsMs.stream().mapToDouble(Math::abs).max().orElse(Double.NaN);
    }

    JsonObject toJson() {
      return new JsonObject()
          .put("measure", measure)
          .put("condition", condition)
          .put("claimed", claimed)
          .put("planted", planted)
          .put("found", errorsMs.size())
          .put("invented", invented)
          .put("within10Ms", within(10))
          .put("within20Ms", within(20))
          .put("errorsMs", new JsonArray(errorsMs));
    }
  }

  /** Measures the instrument. */
  public static SelfCheck run(long seed) {
    List<Row> rows = new ArrayList<>();
    for (double level : new double[] {-14, -22, -30}) {
      rows.add(gaps(PlantedNoise.NONE, 0, level, true, seed));
    }
    for (PlantedNoise noise : List.of(PlantedNoise.WHITE, PlantedNoise.CAR)) {
      for (double snr : new double[] {30, 20, 15, 10}) {
        rows.add(gaps(noise, snr, -20, snr >= CLAIMED_SNR_DB, seed));
      }
    }
    for (PlantedNoise noise : List.of(PlantedNoise.BABBLE, PlantedNoise.MUSIC)) {
      for (double snr : new double[] {25, 20, 15}) {
        boolean claimed = noise == PlantedNoise.BABBLE && snr >= CLAIMED_SNR_DB;
        rows.add(gaps(noise, snr, -20, claimed, seed));
      }
    }
    PlantedCall ducks = new PlantedCall(LENGTH_MS, -20, seed);
    bargeIns(rows, ducks.bargeIns(true), ducks.report());
    PlantedCall stops = new PlantedCall(LENGTH_MS, -20, seed + 1);
    undocked(rows, stops.bargeIns(false), stops.report());
    rows.addAll(DuckCheck.rows(seed));
    PlantedCall holes = new PlantedCall(LENGTH_MS, -20, seed + 2);
    rows.add(places("hole", true, holes.holes(), holes.report().holes()));
    PlantedCall starts = new PlantedCall(LENGTH_MS, -20, seed + 3);
    rows.add(
        places("clipped start", false, starts.clippedStarts(), starts.report().clippedStarts()));
    return new SelfCheck(rows);
  }

  private static Row gaps(
      PlantedNoise noise, double snr, double level, boolean claimed, long seed) {
    PlantedCall call = new PlantedCall(LENGTH_MS, level, seed);
    List<Stretch> planted = call.exchanges();
    call.noise(noise, snr);
    List<Stretch> found = call.report().replies().each();
    List<Double> errors = new ArrayList<>();
    for (Stretch each : planted) {
      nearest(each.fromSample(), found)
          .ifPresent(hit -> errors.add(ms(length(hit) - length(each))));
    }
    String condition =
        noise == PlantedNoise.NONE
            ? String.format(Locale.ROOT, "no noise, %.0f dBFS", level)
            : String.format(Locale.ROOT, "%s, SNR %.0f dB", noise.label(), snr);
    return new Row("gap", condition, claimed, planted.size(), errors, found.size() - errors.size());
  }

  private static void bargeIns(List<Row> rows, List<long[]> planted, RecordingReport report) {
    List<Double> ducks = new ArrayList<>();
    List<Double> stops = new ArrayList<>();
    for (long[] each : planted) {
      for (BargeIn found : report.bargeIns()) {
        if (Math.abs(found.caller().fromSample() - each[0]) < NEAR_MS * Stretch.SAMPLES_PER_MS) {
          stops.add(found.stopMs() - ms(each[2] - each[0]));
          found.duckMs().ifPresent(duck -> ducks.add(duck - ms(each[1] - each[0])));
        }
      }
    }
    int invented = report.bargeIns().size() - stops.size();
    rows.add(new Row("stop", "after a duck", true, planted.size(), stops, invented));
    rows.add(new Row("duck", "by 12 dB", false, planted.size(), ducks, 0));
  }

  private static void undocked(List<Row> rows, List<long[]> planted, RecordingReport report) {
    List<Double> stops = new ArrayList<>();
    int invented = 0;
    for (long[] each : planted) {
      for (BargeIn found : report.bargeIns()) {
        if (Math.abs(found.caller().fromSample() - each[0]) < NEAR_MS * Stretch.SAMPLES_PER_MS) {
          stops.add(found.stopMs() - ms(each[2] - each[0]));
          invented += found.duckMs().isPresent() ? 1 : 0;
        }
      }
    }
    rows.add(
        new Row(
            "stop",
            "without a duck",
            true,
            planted.size(),
            stops,
            report.bargeIns().size() - stops.size()));
    rows.add(new Row("duck", "none planted", false, 0, List.of(), invented));
  }

  private static Row places(
      String measure, boolean claimed, List<Stretch> planted, List<Stretch> found) {
    List<Double> errors = new ArrayList<>();
    for (Stretch each : planted) {
      nearest(each.fromSample(), found)
          .ifPresent(hit -> errors.add(ms(hit.fromSample() - each.fromSample())));
    }
    return new Row(
        measure, "no noise", claimed, planted.size(), errors, found.size() - errors.size());
  }

  private static Optional<Stretch> nearest(long sample, List<Stretch> found) {
    return found.stream()
        .filter(each -> Math.abs(each.fromSample() - sample) < NEAR_MS * Stretch.SAMPLES_PER_MS)
        .findFirst();
  }

  private static long length(Stretch stretch) {
    return stretch.toSample() - stretch.fromSample();
  }

  private static double ms(long samples) {
    return samples / (double) Stretch.SAMPLES_PER_MS;
  }

  /** Everything planted where ±10 ms is claimed, together. */
  public Row claimed() {
    List<Row> claimed = rows.stream().filter(Row::claimed).toList();
    return new Row(
        "all claimed",
        "",
        true,
        claimed.stream().mapToInt(Row::planted).sum(),
        claimed.stream().flatMap(each -> each.errorsMs().stream()).toList(),
        claimed.stream().mapToInt(Row::invented).sum());
  }

  /** For people. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "  %-14s %-24s %7s %6s %8s %8s %8s %8s %8s%n",
            "measure",
            "condition",
            "planted",
            "found",
            "±10 ms",
            "p5 ms",
            "p50 ms",
            "p95 ms",
            "invented"));
    for (Row each : rows) {
      table.append(line(each));
    }
    table.append(line(claimed()));
    return table.toString();
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "  %-14s %-24s %7d %6d %8d %8.1f %8.1f %8.1f %8d%s%n",
        row.measure(),
        row.condition(),
        row.planted(),
        row.errorsMs().size(),
        row.within(10),
        row.quantile(0.05),
        row.quantile(0.5),
        row.quantile(0.95),
        row.invented(),
        row.claimed() ? "" : "  (no claim)");
  }

  /** For machines. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("claimed", claimed().toJson())
        .put("rows", new JsonArray(rows.stream().map(Row::toJson).toList()));
  }
}
