package org.cordboard.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cordboard.lab.Required;
import org.cordboard.lab.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard bench latency}: how long callers wait for a reply. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "Plays calls and prints how long the caller waited for each kind of reply: in virtual time with",
      "scripted parts, which is the same on every machine, then in real time. Every time is measured in",
      "the recordings at the carrier's edge; bootstrap intervals; as heard there, and as heard by a caller",
      "115 ms away (computed: both ways are added)."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:measured",
      "1:with --check, a goal was missed",
      "2:it could not be measured"
    })
final class LatencyCommand implements Callable<Integer> {
  private static final int QUICK = 2;
  private static final int FULL = 20;
  private static final int VIRTUAL_QUICK = 30;
  private static final int VIRTUAL_FULL = 300;

  @ParentCommand private @Nullable BenchCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;
  @Mixin private PlayOptions options = new PlayOptions();

  @Option(
      names = "--calls",
      paramLabel = "N",
      description =
          "How many calls of each scenario in real time (default: "
              + QUICK
              + ", full: "
              + FULL
              + ").")
  private @Nullable Integer calls;

  @Option(
      names = "--virtual-calls",
      paramLabel = "N",
      description =
          "How many calls with each kind of parts in virtual time (default: "
              + VIRTUAL_QUICK
              + ", full: "
              + VIRTUAL_FULL
              + ").")
  private @Nullable Integer virtualCalls;

  @Option(
      names = "--time",
      description = {
        "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). Virtual time has scripted parts, with a",
        "cloud's delays and with none, unless --parts names one of them."
      })
  private PlayOptions.Time time = PlayOptions.Time.BOTH;

  @Option(names = "--check", description = "Fail when a goal is missed.")
  private boolean check;

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      description = "Scenarios of the playbook, or files (default: order-refund-person).")
  private List<String> scenarios = List.of("order-refund-person");

  @Override
  public Integer call() throws IOException, InterruptedException {
    int virtual = options.atLeastOne("--virtual-calls", virtualCalls, VIRTUAL_QUICK, VIRTUAL_FULL);
    int count = options.atLeastOne("--calls", calls, QUICK, FULL);
    Path folder = options.folder("latency");
    List<Path> files = new ArrayList<>();
    for (String each : scenarios) {
      Path home = PlayOptions.home();
      Path file = Scenarios.find(Required.of(parent).root().settings(), home, each);
      files.add(Voices.fitted(file, options.parts(), folder));
    }
    List<String> missed = new ArrayList<>();
    if (time != PlayOptions.Time.REAL) {
      missed.addAll(virtual(virtual, folder));
    }
    if (time != PlayOptions.Time.VIRTUAL) {
      missed.addAll(real(count, files, folder));
    }
    return check && !missed.isEmpty() ? 1 : 0;
  }

  private List<String> virtual(int count, Path folder) throws IOException {
    if (System.getenv("LOG_LEVEL") == null) {
      System.setProperty("LOG_LEVEL", "OFF");
    }
    PrintWriter out = Required.of(spec).commandLine().getOut();
    List<String> missed = new ArrayList<>();
    List<Parts> tried =
        options.parts() == Parts.BUNDLED
            ? List.of(Parts.SCRIPTED, Parts.INSTANT)
            : List.of(options.parts());
    for (Parts parts : tried) {
      out.println(count + " calls in virtual time; " + parts.text());
      LatencyFigures figures =
          VirtualLatency.run(
              parts, count, options.seed(), folder, Required.of(parent).root()::settings);
      Path json = folder.resolve("virtual-" + parts.label() + ".json");
      Files.writeString(json, figures.toJson().encodePrettily());
      out.print(figures.table());
      out.println("  figures: " + json + "; the call with the longest wait: " + figures.lastPage());
      out.println();
      out.flush();
      missed.addAll(figures.missed());
    }
    return missed;
  }

  private List<String> real(int count, List<Path> files, Path folder)
      throws IOException, InterruptedException {
    PrintWriter out = Required.of(spec).commandLine().getOut();
    Machine machine = Machine.now();
    CallSeries series =
        new CallSeries(
            folder,
            Required.of(parent).root().settingsFile(),
            options.parts(),
            options.seed(),
            out);
    LatencyFigures figures =
        new LatencyFigures(options.parts(), Optional.of(machine), options.seed());
    out.println(
        count * files.size()
            + " calls in real time, one after the other; "
            + options.parts().text());
    for (int number = 0; number < count; number++) {
      for (Path file : files) {
        JsonNode result = series.play(file, count * files.size());
        figures.add(CallSeries.read(result), result.path("passed").asBoolean());
      }
    }
    Path json = folder.resolve("latency.json");
    Files.writeString(json, figures.toJson().encodePrettily());
    out.println();
    out.print(figures.table());
    out.println("  figures: " + json + "; a page beside each recording, such as");
    out.println("  " + figures.lastPage());
    out.flush();
    return figures.missed();
  }
}
