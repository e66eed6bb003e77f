package org.cordboard.lab.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cordboard.config.SystemClock;
import org.cordboard.lab.CommandFailure;
import org.cordboard.lab.Required;
import org.cordboard.sim.load.LoadSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard bench frame}: what the audio path costs. */
@Command(
    name = "frame",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the whole audio path of one call for every 20 ms, both directions: the carrier's message",
      "read, voice activity, recording, turn taking, prompts cut, laid out and written, marks read.",
      "Recogniser and voice are scripted; sockets are left out (bench capacity has them).",
      "Exit status 0 only if the mean, with both sides speaking, is within 60 µs."
    })
final class FrameCommand implements Callable<Integer> {
  private static final double MOST_MEAN_US = 60;
  private static final int FRAMES_A_SECOND = 50;

  @ParentCommand private @Nullable BenchCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "400",
      description = "Audio in each measurement, after as much again (default: ${DEFAULT-VALUE}).")
  private int seconds = 400;

  @Override
  public Integer call() throws IOException {
    if (seconds < 2) {
      throw new CommandFailure(2, "--seconds must be at least 2, not " + seconds);
    }
    PrintWriter out = Required.of(spec).commandLine().getOut();
    LoadSettings load = Required.of(parent).root().settings().bind("load", LoadSettings.class);
    Machine machine = Machine.now();
    out.println(machine.text().stripTrailing());
    out.println(FrameCost.heading());
    Path folder = Files.createTempDirectory("cordboard-frame");
    List<FrameCost> costs = new ArrayList<>();
    try (SystemClock clock = new SystemClock("bench")) {
      costs.add(measure("both sides speak", load.says(), load.answer(), folder, clock));
      costs.add(measure("the caller speaks", load.says(), "", folder, clock));
      costs.add(measure("the gateway speaks", "", load.answer(), folder, clock));
      costs.add(measure("nobody speaks", "", "", folder, clock));
    } finally {
      remove(folder);
    }
    costs.forEach(cost -> out.println(cost.row()));
    boolean within = costs.get(0).meanUs() <= MOST_MEAN_US;
    out.println();
    out.println(
        "  with both sides speaking the mean must be within 60 µs: "
            + (within ? "it is" : "it is NOT"));
    JsonArray rows = new JsonArray();
    costs.forEach(cost -> rows.add(cost.toJson()));
    Path home = Path.of(System.getProperty("cordboard.home", "")).toAbsolutePath();
    Path file =
        Files.createDirectories(home.resolve(".cordboard").resolve("bench")).resolve("frame.json");
    JsonObject json = new JsonObject().put("machine", machine.toJson()).put("costs", rows);
    Files.writeString(file, json.encodePrettily());
    out.println("  figures: " + file);
    return within ? 0 : 1;
  }

  private FrameCost measure(String what, String caller, String says, Path folder, SystemClock clock)
      throws IOException {
    Path own = Files.createTempDirectory(folder, "call");
    return FrameCost.measure(what, caller, says, seconds * FRAMES_A_SECOND, own, clock);
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : List.copyOf(all.sorted(Comparator.reverseOrder()).toList())) {
        Files.deleteIfExists(each);
      }
    }
  }
}
