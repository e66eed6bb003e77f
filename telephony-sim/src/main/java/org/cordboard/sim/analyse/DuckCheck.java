package org.cordboard.sim.analyse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.cordboard.config.InlineWorkers;
import org.cordboard.speech.freetts.FreeTtsSettings;
import org.cordboard.speech.freetts.FreeTtsSynthesizer;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;

/**
 * The instrument's error on ducks: voices that the product speaks with are turned down, and up
 * again or off, at known frames while a caller speaks in noise. A natural voice is asked for only
 * where it sounds on both sides of the edge.
 */
final class DuckCheck {
  private static final int LENGTH_MS = 150_000;
  private static final double DOWN_DB = 12;
  private static final double CALLER_SNR_DB = 20;
  private static final List<String> NATURAL = List.of("kevin16", "kevin16-bright");

  private DuckCheck() {}

  static List<SelfCheck.Row> rows(long seed) {
    List<SelfCheck.Row> rows = new ArrayList<>();
    ScriptedSynthesizer scripted =
        new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO));
    double[] even = SpokenVoice.of(scripted, "");
    for (double snr : new double[] {Double.POSITIVE_INFINITY, 30, 20}) {
      String condition =
          "scripted" + (Double.isInfinite(snr) ? "" : ", SNR %.0f dB".formatted(snr));
      PlantedDucks ducks = new PlantedDucks(even, LENGTH_MS, seed + 4);
      List<PlantedDucks.Planted> planted = ducks.plant(DOWN_DB);
      ducks.noise(CALLER_SNR_DB, snr);
      rows.addAll(compared(condition, true, planted, ducks.report()));
    }
    try (FreeTtsSynthesizer engine =
        new FreeTtsSynthesizer(
            new FreeTtsSettings(1, 8, Duration.ofMillis(220)), new InlineWorkers("check"))) {
      for (String voice : NATURAL) {
        double[] spoken = SpokenVoice.of(engine, voice);
        PlantedDucks ducks = new PlantedDucks(spoken, LENGTH_MS, seed + 5);
        List<PlantedDucks.Planted> planted = ducks.plant(DOWN_DB);
        ducks.noise(CALLER_SNR_DB, Double.POSITIVE_INFINITY);
        rows.addAll(compared(voice, false, planted, ducks.report()));
        PlantedDucks none = new PlantedDucks(spoken, LENGTH_MS, seed + 6);
        none.plant(0);
        rows.add(invented(voice + ", none planted", none.report()));
      }
    }
    return rows;
  }

  private static List<SelfCheck.Row> compared(
      String condition,
      boolean claimed,
      List<PlantedDucks.Planted> planted,
      RecordingReport report) {
    List<Double> downs = new ArrayList<>();
    List<Double> ups = new ArrayList<>();
    int wanted = 0;
    int wantedUps = 0;
    for (PlantedDucks.Planted each : planted) {
      BargeIn found = near(each.onset(), report);
      if (each.downHeard()) {
        wanted++;
        error(found == null ? OptionalLong.empty() : found.duckMs(), each, each.down(), downs);
      }
      if (each.up() > 0 && each.upHeard() && each.downHeard()) {
        wantedUps++;
        error(found == null ? OptionalLong.empty() : found.riseMs(), each, each.up(), ups);
      }
    }
    return List.of(
        new SelfCheck.Row("duck", condition, claimed, wanted, downs, 0),
        new SelfCheck.Row("rise", condition, claimed, wantedUps, ups, 0));
  }

  private static void error(
      OptionalLong foundMs, PlantedDucks.Planted planted, int edge, List<Double> errors) {
    foundMs.ifPresent(
        ms -> errors.add(ms - (edge - planted.onset()) / (double) Stretch.SAMPLES_PER_MS));
  }

  private static @org.jspecify.annotations.Nullable BargeIn near(
      int onset, RecordingReport report) {
    return report.bargeIns().stream()
        .filter(each -> Math.abs(each.caller().fromSample() - onset) < 2_000)
        .findFirst()
        .orElse(null);
  }

  private static SelfCheck.Row invented(String condition, RecordingReport report) {
    int ducks = (int) report.bargeIns().stream().filter(each -> each.duckMs().isPresent()).count();
    return new SelfCheck.Row("duck", condition, false, 0, List.of(), ducks);
  }
}
