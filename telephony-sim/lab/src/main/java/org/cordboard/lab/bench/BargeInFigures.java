package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cordboard.sim.analyse.BargeIn;
import org.cordboard.sim.analyse.CallerSound;
import org.cordboard.sim.analyse.InteractionPanel;
import org.cordboard.sim.analyse.Note;
import org.cordboard.sim.analyse.RecordingReport;
import org.cordboard.sim.analyse.Stretch;

/** What the voice did when callers made sounds over it in real time, in several calls. */
final class BargeInFigures {
  private static final long NEAR_MS = 700; // a sound begins within this of its being told of
  private static final long WENT_ON_MS = 1_000; // after which a prompt's own end is no stop
  private static final long SILENCE_MS = 500;
  private static final long AFTER_MS = 1_500;

  private final Parts parts;
  private final Machine machine;
  private final long seed;
  private final OverlapFigures figures;
  private final List<InteractionPanel> panels = new ArrayList<>();
  private final int planned;
  private int made;

  /** {@code planned} sounds are to be made over the voice in all calls. */
  BargeInFigures(Parts parts, Machine machine, int planned, long seed) {
    this.parts = parts;
    this.machine = machine;
    this.planned = planned;
    this.seed = seed;
    this.figures =
        new OverlapFigures(
            "real time, " + parts.text(),
            parts == Parts.BUNDLED
                ? OverlapFigures.Goals.LATE_WORDS // no words while somebody speaks
                : OverlapFigures.Goals.EARLY_WORDS,
            GoalTable.Proof.NOT_REFUTED,
            seed);
  }

  /** Counts a call. */
  void add(PlayedCall call) {
    RecordingReport report = call.withAi();
    call.notes()
        .of(Note.Kind.CALLER_SOUND)
        .filter(PlannedSounds::over)
        .forEach(sound -> add(sound, call, report));
    figures.add(starts(report));
    panels.add(report.panel(call.notes()));
  }

  private void add(Note sound, PlayedCall call, RecordingReport report) {
    made++;
    Optional<BargeIn> over =
        report.bargeIns().stream()
            .filter(each -> distance(each, sound) <= NEAR_MS)
            .min(Comparator.comparingLong(each -> distance(each, sound)));
    if (over.isEmpty()) {
      figures.uncounted("not over our voice");
      return;
    }
    boolean byItself = call.notes().endedByItself(over.get());
    judged(PlannedSounds.meant(sound), over.get(), byItself, report)
        .ifPresentOrElse(
            figures::add, () -> figures.uncounted("with our prompt over before it could go on"));
  }

  private static long distance(BargeIn over, Note sound) {
    return Math.abs(over.caller().fromMs() - sound.atMs());
  }

  /**
   * What our voice did; empty when its prompt came to its own end before that was seen.
   *
   * @param byItself the prompt spoken over was heard to its end
   */
  static Optional<Overlap> judged(
      CallerSound sound, BargeIn over, boolean byItself, RecordingReport report) {
    boolean meant = sound == CallerSound.SPEECH;
    if (byItself && over.stopMs() <= (meant ? Overlap.OBEYED_MS : WENT_ON_MS)) {
      return Optional.empty();
    }
    boolean stopped = !byItself && over.stopMs() <= Overlap.WATCHED_MS;
    return Optional.of(
        new Overlap(
            name(sound),
            over.duckMs(),
            stopped ? OptionalLong.of(over.stopMs()) : OptionalLong.empty(),
            silentMs(over, byItself, report)));
  }

  private static String name(CallerSound sound) {
    return switch (sound) {
      case SPEECH -> OverlapFigures.INTERRUPTION;
      case BACKCHANNEL -> "BACKCHANNEL";
      case VOCAL_TIC -> "COUGH";
      case NON_DIRECTED -> "ASIDE";
      case NOISE -> "NOISE";
    };
  }

  private static long silentMs(BargeIn over, boolean byItself, RecordingReport report) {
    long from = over.caller().fromMs();
    long to = from + (byItself ? Math.min(AFTER_MS, over.stopMs()) : AFTER_MS);
    long spoken = 0;
    for (Stretch each : report.heard()) {
      long end = each.fromMs() + each.lengthMs();
      spoken += Math.max(0, Math.min(to, end) - Math.max(from, each.fromMs()));
    }
    return to - from - spoken;
  }

  /** Our beginnings after half a second of silence, and those that fell upon the caller. */
  private static Overlap.Starts starts(RecordingReport report) {
    int all = 0;
    int over = 0;
    long spokenTo = -SILENCE_MS;
    for (Stretch heard : report.heard()) {
      if (heard.fromMs() - spokenTo >= SILENCE_MS) {
        all++;
        over += report.caller().stream().anyMatch(each -> each.holds(heard.fromSample())) ? 1 : 0;
      }
      spokenTo = heard.fromMs() + heard.lengthMs();
    }
    return new Overlap.Starts(all, over);
  }

  /** Made once, when all calls have been counted. */
  String table() {
    for (; made < planned; made++) {
      figures.uncounted("not made");
    }
    return figures.table()
        + System.lineSeparator()
        + InteractionPanel.pooled(panels).table()
        + machine.text()
        + System.lineSeparator();
  }

  /** The goals that were missed, in words; known once the table has been made. */
  List<String> missed() {
    return figures.missed();
  }

  JsonObject toJson() {
    return figures
        .toJson()
        .put("machine", machine.toJson())
        .put("parts", parts.label())
        .put("seed", seed)
        .put("planned", planned)
        .put("panel", InteractionPanel.pooled(panels).toJson());
  }
}
