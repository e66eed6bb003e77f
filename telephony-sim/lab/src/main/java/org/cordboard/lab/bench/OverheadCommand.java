package org.cordboard.lab.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.lab.CommandFailure;
import org.cordboard.lab.Required;
import org.cordboard.sim.load.LoadSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard bench overhead}: what the gateway itself adds to an answer. */
@Command(
    name = "overhead",
    mixinStandardHelpOptions = true,
    description = {
      "Measures at the simulator's socket, from the frame with which a caller's turn is over to the first",
      "frame of the answer, less the delays that were planted in recogniser, conversation and voice:",
      "what the gateway on one core adds by itself. Turns are short, so that there are many.",
      "Exit status 0 only if with the most calls p50 is within 5 ms and p99 within 20 ms."
    })
final class OverheadCommand implements Callable<Integer> {
  private static final double MOST_P50_MS = 5;
  private static final Map<String, String> SHORT_TURNS =
      Map.of("speech.endpointing.pause", "200ms", "speech.endpointing.free-end", "400ms");

  @ParentCommand private @Nullable BenchCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;
  @Mixin private LoadOptions options = new LoadOptions();

  @Option(
      names = "--calls",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,10,100",
      description = "Numbers of calls, ascending (default: ${DEFAULT-VALUE}).")
  private List<Integer> calls = List.of(1, 10, 100);

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    PrintWriter out = Required.of(spec).commandLine().getOut();
    Settings settings = Required.of(parent).root().settings();
    LoadSettings callers = options.seeded(brief(settings.bind("load", LoadSettings.class)));
    Machine machine = Machine.now();
    Pinning pinning = Pinning.here();
    pinning.others();
    Path folder = options.folder();
    try (SystemClock clock = new SystemClock("bench");
        LoadRig rig =
            LoadRig.start(
                new LoadRig.Plan(settings, callers, SHORT_TURNS, folder, options.jvm()),
                pinning,
                clock)) {
      LoadMeter meter = new LoadMeter(rig, options.settle(), out);
      meter.say(machine.text().stripTrailing());
      meter.say("  " + pinning.text());
      meter.say("  planted and taken off: " + rig.planted().toMillis() + " ms");
      int most = calls.get(calls.size() - 1);
      meter.warmUp(Math.min(most, options.warmCalls()), options.warmUp());
      meter.say(LoadStep.heading());
      List<LoadStep> steps = new ArrayList<>();
      for (int each : calls) {
        LoadStep step = meter.measure(each, window(each));
        steps.add(step);
        meter.say(step.row());
      }
      boolean within = within(steps.get(steps.size() - 1));
      meter.say("");
      meter.say(verdict(steps.get(steps.size() - 1), within));
      Path file = folder.resolve("overhead.json");
      Files.writeString(file, json(steps, machine, pinning, callers, within).encodePrettily());
      meter.say("  figures: " + file);
      return within ? 0 : 1;
    }
  }

  private void check() {
    boolean ascending = true;
    for (int i = 0; i < calls.size(); i++) {
      ascending &= calls.get(i) > (i == 0 ? 0 : calls.get(i - 1));
    }
    if (!ascending) {
      throw new CommandFailure(2, "--calls must be numbers from 1, ascending, such as 1,10,100");
    }
  }

  /** Turns of half a second on either side. */
  private static LoadSettings brief(LoadSettings given) {
    return new LoadSettings(
        given.seed(),
        "yes please",
        "thank you",
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(200),
        given.giveUp());
  }

  /** Few calls have few turns: they are given more time. */
  private Duration window(int count) {
    return count < 10 ? options.window().multipliedBy(4) : options.window();
  }

  private static boolean within(LoadStep step) {
    return step.holds()
        && !step.window().saturated()
        && step.window().added().ms(0.5) <= MOST_P50_MS;
  }

  private static String verdict(LoadStep step, boolean within) {
    return "  with "
        + step.calls()
        + " calls p50 must be within 5 ms and p99 within 20 ms: "
        + (within
            ? "it is"
            : step.window().saturated() ? "VOID, " + step.saturation() : "it is NOT");
  }

  private static JsonObject json(
      List<LoadStep> steps,
      Machine machine,
      Pinning pinning,
      LoadSettings callers,
      boolean within) {
    JsonArray rows = new JsonArray();
    steps.forEach(step -> rows.add(step.toJson()));
    return new JsonObject()
        .put("machine", machine.toJson())
        .put("pinned", pinning.isPossible())
        .put("seed", callers.seed())
        .put("within", within)
        .put("steps", rows);
  }
}
