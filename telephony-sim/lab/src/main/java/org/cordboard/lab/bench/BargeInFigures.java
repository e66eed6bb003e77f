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
  private final List<String> missed = new ArrayList<>();
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

  /** For people; the rates count as they are, since so few events prove no more. */
  String table() {
    InteractionPanel panel = InteractionPanel.pooled(panels);
    OverlapFigures.Goals goals = goals();
    Distribution duck = Distribution.of(ducks);
    Distribution stop = Distribution.of(stops);
    Rate ignored = ignored(panel);
    GoalTable table =
        new GoalTable(
            String.format(
                Locale.ROOT,
                "  planned %d; sounds that began over the voice %d (not counted: where it ended by"
                    + " itself)",
                planned,
                panel.yields().of() + ignored.of()),
            seed);
    table.times("softer after", duck, goals.duckP50Ms(), goals.duckP99Ms());
    table.times("stopped after", stop, goals.stopP50Ms(), goals.stopP99Ms());
    table.line("  at 115 ms each way", far(duck) + "; " + far(stop));
    table.atLeast("obeyed", panel.yields(), goals.obeyed(), false);
    table.atLeast("talked through", ignored, goals.ignored(), false);
    table.line(
        "began over caller",
        String.format(
            Locale.ROOT,
            "%.1f %% of turns (%d of %d)",
            100 * panel.agentInterruptRate(),
            panel.agentInterrupts(),
            panel.responses().of()),
        String.format(Locale.ROOT, "at most %.1f %%", 100 * OverlapFigures.Goals.STARTED_OVER),
        panel.agentInterruptRate() <= OverlapFigures.Goals.STARTED_OVER);
    missed.clear();
    missed.addAll(table.missed());
    return table + System.lineSeparator() + panel.table() + machine.text() + System.lineSeparator();
  }

  /** The goals that were missed, in words; known once the table has been made. */
  List<String> missed() {
    return missed;
  }

  /** The bundled recogniser has no words while somebody speaks. */
  private OverlapFigures.Goals goals() {
    return parts == Parts.BUNDLED
        ? OverlapFigures.Goals.LATE_WORDS
        : OverlapFigures.Goals.EARLY_WORDS;
  }

  private static Rate ignored(InteractionPanel panel) {
    return panel.backchannels().plus(panel.vocalTics()).plus(panel.nonDirected());
  }

  private static String far(Distribution times) {
    return times.count() == 0
        ? "never"
        : String.format(
            Locale.ROOT,
            "p50 %d, p99 %d ms",
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
        .put("panel", InteractionPanel.pooled(panels).toJson())
        .put("missed", new io.vertx.core.json.JsonArray(missed));
  }
}
