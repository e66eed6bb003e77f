package org.cordboard.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cordboard.lab.Required;
import org.cordboard.sim.analyse.Note;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard bench barge-in}: what the voice does when the caller speaks over it. */
@Command(
    name = "barge-in",
    mixinStandardHelpOptions = true,
    description = {
      "Plays calls in which the caller speaks over the voice: to be heard, or only with \"mm-hmm\", a cough,",
      "a word to somebody else, a noise; in virtual time with scripted speech, then in real time. Prints how",
      "soon the voice became softer and silent, how often it did rightly, and whether what it claims to have",
      "said was heard. Measured in the recordings at the carrier's edge."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:measured",
      "1:with --check, a goal was missed",
      "2:it could not be measured"
    })
final class BargeInCommand implements Callable<Integer> {
  private static final int QUICK = 10;
  private static final int FULL = 100;
  private static final int VIRTUAL_QUICK = 150;
  private static final int VIRTUAL_FULL = 2_000;

  @ParentCommand private @Nullable BenchCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;
  @Mixin private PlayOptions options = new PlayOptions();

  @Option(
      names = "--events",
      paramLabel = "N",
      description =
          "How often callers break in, in all (default: " + QUICK + ", full: " + FULL + ").")
  private @Nullable Integer events;

  @Option(
      names = "--virtual-events",
      paramLabel = "N",
      description =
          "On how many events each rate rests in virtual time (default: "
              + VIRTUAL_QUICK
              + ", full: "
              + VIRTUAL_FULL
              + ").")
  private @Nullable Integer virtualEvents;

  @Option(names = "--time", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PlayOptions.Time time = PlayOptions.Time.BOTH;

  @Option(names = "--check", description = "Fail when a goal is missed.")
  private boolean check;

  @Override
  public Integer call() throws IOException, InterruptedException {
    int virtual =
        options.atLeastOne("--virtual-events", virtualEvents, VIRTUAL_QUICK, VIRTUAL_FULL);
    int real = options.atLeastOne("--events", events, QUICK, FULL);
    options.folder("barge-in");
    List<String> missed = new ArrayList<>();
    if (time != PlayOptions.Time.REAL) {
      missed.addAll(virtual(virtual));
    }
    if (time != PlayOptions.Time.VIRTUAL) {
      missed.addAll(real(real));
    }
    return check && !missed.isEmpty() ? 1 : 0;
  }

  private List<String> virtual(int wanted) throws IOException {
    if (System.getenv("LOG_LEVEL") == null) {
      System.setProperty("LOG_LEVEL", "OFF");
    }
    PrintWriter out = Required.of(spec).commandLine().getOut();
    Path folder = options.folder("barge-in");
    List<String> missed = new ArrayList<>();
    for (VirtualBargeIn.Engine engine : VirtualBargeIn.Engine.values()) {
      OverlapFigures figures =
          VirtualBargeIn.run(engine, wanted, options.seed(), folder.resolve("virtual"), Map.of());
      out.println(figures.table());
      out.flush();
      missed.addAll(figures.missed());
      Files.writeString(
          folder.resolve(engine.name().toLowerCase(Locale.ROOT) + ".json"),
          figures.toJson().encodePrettily());
    }
    return missed;
  }

  private List<String> real(int wanted) throws IOException, InterruptedException {
    Path folder = options.folder("barge-in");
    PrintWriter out = Required.of(spec).commandLine().getOut();
    Machine machine = Machine.now();
    CallSeries series =
        new CallSeries(
            folder,
            Required.of(parent).root().settingsFile(),
            options.parts(),
            options.seed(),
            out);
    BargeInFigures figures = new BargeInFigures(options.parts(), machine, options.seed());
    int calls = (wanted + BargeInPlan.PER_CALL - 1) / BargeInPlan.PER_CALL;
    out.println(calls + " calls in real time, one after the other; " + options.parts().text());
    for (int number = 0; number < calls; number++) {
      int here = Math.min(BargeInPlan.PER_CALL, wanted - number * BargeInPlan.PER_CALL);
      BargeInPlan plan =
          new BargeInPlan(options.seed() * 1_000 + number, here, options.parts().voice());
      Path scenario = Files.writeString(folder.resolve("barge-in.yaml"), plan.yaml());
      JsonNode result = series.play(scenario, calls);
      PlayedCall call = CallSeries.read(result).and(meant(result));
      call.writePage(PlayedCall.page(call.wav()));
      figures.add(call, here);
    }
    Path json = folder.resolve("barge-in.json");
    String table = figures.table();
    Files.writeString(json, figures.toJson().encodePrettily());
    out.println();
    out.print(table);
    out.println("  figures: " + json + "; a page beside each recording in " + folder);
    out.flush();
    return figures.missed();
  }

  /** What the caller's sounds were meant to be, from the simulator's own account. */
  static List<Note> meant(JsonNode result) {
    List<Note> notes = new ArrayList<>();
    long connectedMs = 0;
    for (JsonNode moment : result.path("timeline")) {
      if (!moment.path("who").asText().equals("caller")) {
        continue;
      }
      String words = moment.path("text").asText();
      if (moment.path("what").asText().equals("connected")) {
        connectedMs = moment.path("atMs").asLong();
      } else if (moment.path("what").asText().equals("said")) {
        notes.add(
            new Note(
                moment.path("atMs").asLong() - connectedMs,
                Note.Kind.CALLER_SOUND,
                BargeInPlan.meant(words).name().toLowerCase(Locale.ROOT),
                words));
      }
    }
    return notes;
  }
}
