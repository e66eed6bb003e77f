package org.cordboard.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cordboard.lab.Required;
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
  private static final int JOBS = 10;
  private static final int VIRTUAL_QUICK = 150;
  private static final int VIRTUAL_FULL = 2_000;

  @ParentCommand private @Nullable BenchCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;
  @Mixin private PlayOptions options = new PlayOptions();

  @Option(
      names = "--events",
      paramLabel = "N",
      description =
          "On how many events each rate rests in real time (default: "
              + QUICK
              + ", full: "
              + FULL
              + ").")
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

  @Option(
      names = "--jobs",
      paramLabel = "J",
      description =
          "So many calls at once in real time (default: 1 with bundled parts, else " + JOBS + ").")
  private @Nullable Integer jobs;

  @Option(names = "--time", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PlayOptions.Time time = PlayOptions.Time.BOTH;

  @Option(
      names = "--check",
      description = {
        "Fail when a goal is missed. A rate must be shown to reach it in virtual time; in real time,",
        "where calls take as long as calls, the goal must lie within the interval of the rate."
      })
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
          VirtualBargeIn.run(
              engine,
              wanted,
              options.seed(),
              folder.resolve("virtual"),
              Required.of(parent).root()::settings);
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
    BargeInFigures figures =
        new BargeInFigures(options.parts(), machine, 2 * wanted, options.seed());
    int atOnce = options.atLeastOne("--jobs", jobs, options.parts() == Parts.BUNDLED ? 1 : JOBS);
    List<Path> scenarios = scenarios(wanted, folder);
    out.println(
        scenarios.size()
            + " calls in real time, "
            + atOnce
            + " at once; "
            + options.parts().text());
    for (JsonNode result : series.play(scenarios, atOnce, scenarios.size())) {
      PlayedCall call = CallSeries.read(result).and(PlannedSounds.of(result));
      call.writePage(PlayedCall.page(call.wav()));
      figures.add(call);
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

  /** As many as it takes for {@code each} interruptions and as many other sounds. */
  private List<Path> scenarios(int each, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int left = each; left > 0; left -= BargeInPlan.PER_CALL) {
      int number = files.size() + 1;
      BargeInPlan plan =
          new BargeInPlan(
              options.seed(),
              number,
              Math.min(left, BargeInPlan.PER_CALL),
              options.parts().voice());
      files.add(Files.writeString(folder.resolve("barge-in-" + number + ".yaml"), plan.yaml()));
    }
    return files;
  }
}
