package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.sim.analyse.BargeIn;
import org.cordboard.sim.analyse.CallerSound;
import org.cordboard.sim.analyse.Distribution;
import org.cordboard.sim.analyse.InteractionPanel;
import org.cordboard.sim.analyse.Network;
import org.cordboard.sim.analyse.Rate;
import org.cordboard.sim.analyse.RecordingReport;
import org.cordboard.sim.analyse.TurnKind;

/** What the voice did when callers spoke over it, in several calls. */
final class BargeInFigures {
  private final Parts parts;
  private final Machine machine;
  private final long seed;
  private final List<Long> ducks = new ArrayList<>();
  private final List<Long> stops = new ArrayList<>();
  private final List<InteractionPanel> panels = new ArrayList<>();
  private int planned;
  private int interruptions;

  BargeInFigures(Parts parts, Machine machine, long seed) {
    this.parts = parts;
    this.machine = machine;
    this.seed = seed;
  }

  /** Counts a call in which the caller was to break in {@code events} times. */
  void add(PlayedCall call, int events) {
    RecordingReport report = call.withAi();
    planned += events;
    for (BargeIn each : report.bargeIns()) {
      each.duckMs().ifPresent(ducks::add);
      if (call.notes().soundAt(each.caller()) == CallerSound.SPEECH) {
        interruptions++;
      }
    }
    InteractionPanel panel = report.panel(call.notes());
    stops.addAll(panel.yield().sorted());
    panels.add(panel);
  }

  String table() {
    InteractionPanel panel = InteractionPanel.pooled(panels);
    Distribution duck = Distribution.of(ducks);
    Distribution stop = Distribution.of(stops);
    Rate ignored = panel.backchannels().plus(panel.vocalTics()).plus(panel.nonDirected());
    long counted = panel.yields().of() + ignored.of();
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "  planned %d; sounds that began over the voice %d (not counted: where it ended by itself)%n",
            planned,
            counted));
    table.append(row("softer after", duck));
    table.append(row("stopped after", stop));
    table.append("  obeyed            " + panel.yields().text() + System.lineSeparator());
    table.append("  talked through    " + ignored.text() + System.lineSeparator());
    table.append(
        String.format(
            Locale.ROOT,
            "  at least, with 97.5 %% confidence: obeyed %.1f %%, talked through %.1f %%%n%n",
            100 * panel.yields().low(),
            100 * ignored.low()));
    table.append(panel.table());
    return table.append(machine.text()).append(System.lineSeparator()).toString();
  }

  private String row(String name, Distribution times) {
    if (times.count() == 0) {
      return String.format(Locale.ROOT, "  %-17s never%n", name);
    }
    Distribution.Interval interval = times.bootstrap(50, seed);
    return String.format(
        Locale.ROOT,
        "  %-17s p50 %d ms [%d–%d], p99 %d ms, max %d ms (%d); at 115 ms each way p50 %d, p99 %d"
            + " ms%n",
        name,
        times.percentile(50),
        interval.from(),
        interval.to(),
        times.percentile(99),
        times.percentile(100),
        times.count(),
        times.percentile(50) + Network.FAR.laterMs(TurnKind.REPLY),
        times.percentile(99) + Network.FAR.laterMs(TurnKind.REPLY));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("machine", machine.toJson())
        .put("parts", parts.name().toLowerCase(Locale.ROOT))
        .put("seed", seed)
        .put("planned", planned)
        .put("interruptions", interruptions)
        .put("duck", Distribution.of(ducks).toJson(seed))
        .put("stop", Distribution.of(stops).toJson(seed))
        .put("panel", InteractionPanel.pooled(panels).toJson());
  }
}
