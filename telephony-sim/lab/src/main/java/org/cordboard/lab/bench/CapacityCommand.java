package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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

/** {@code cordboard bench capacity}: how many calls one core holds. */
@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    description = {
      "Puts more and more calls in real time, over real sockets, on a gateway with one core, until one",
      "of them hears a hole, is not answered, or more than 1 %% of answers come over 20 ms late. Recogniser,",
      "voice and conversation are scripted, with planted delays, as if they ran elsewhere; the rest is",
      "the product: recording, voice activity, ledger in a store of its own.",
      "Exit status 0 only if the calls asked for were held, and the generator had room to spare."
    })
final class CapacityCommand implements Callable<Integer> {
  @ParentCommand private @Nullable BenchCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;
  @Mixin private LoadOptions options = new LoadOptions();

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "300",
      description = "Calls that must be held (default: ${DEFAULT-VALUE}).")
  private int goal = 300;

  @Option(names = "--hold", description = "Measure that many calls alone, three times as long.")
  private boolean hold;

  @Option(
      names = "--steps",
      paramLabel = "N",
      split = ",",
      description = "Measure these numbers of calls, ascending, and look for no other.")
  private List<Integer> given = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Calls at most (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    PrintWriter out = Required.of(spec).commandLine().getOut();
    Settings settings = Required.of(parent).root().settings();
    LoadSettings callers = options.seeded(settings.bind("load", LoadSettings.class));
    Machine machine = Machine.now();
    Pinning pinning = Pinning.here();
    pinning.others();
    Path folder = options.folder();
    try (SystemClock clock = new SystemClock("bench");
        LoadRig rig =
            LoadRig.start(
                new LoadRig.Plan(settings, callers, Map.of(), folder, options.jvm()),
                pinning,
                clock)) {
      LoadMeter meter = new LoadMeter(rig, options.settle(), out);
      JsonObject voice = rig.gateway().ask("voice-activity");
      meter.say(machine.text().stripTrailing());
      meter.say("  " + pinning.text());
      meter.say("  planted: " + rig.planted().toMillis() + " ms from the end of a turn");
      meter.warmUp(Math.min(goal, options.warmCalls()), options.warmUp());
      meter.say(LoadStep.heading());
      List<LoadStep> steps =
          !given.isEmpty() ? stepped(meter) : hold ? held(meter) : searched(meter);
      CapacityFigures figures = new CapacityFigures(steps, voice, goal);
      figures.lines().forEach(meter::say);
      JsonObject json =
          figures
              .toJson()
              .put("machine", machine.toJson())
              .put("pinned", pinning.isPossible())
              .put("seed", callers.seed())
              .put("plantedMs", rig.planted().toMillis());
      Path file = folder.resolve("capacity.json");
      Files.writeString(file, json.encodePrettily());
      meter.say("  figures: " + file);
      return figures.reached() ? 0 : 1;
    }
  }

  private void check() {
    if (goal < 1 || limit < goal) {
      throw new CommandFailure(
          2, "--calls must be at least 1 and --limit not less; got " + goal + " and " + limit);
    }
    if (given.stream().anyMatch(calls -> calls < 1)) {
      throw new CommandFailure(2, "--steps must be numbers from 1, such as 100,200,300");
    }
  }

  private List<LoadStep> held(LoadMeter meter) throws InterruptedException {
    LoadStep base = meter.measure(Math.min(goal, options.warmCalls()), options.window());
    meter.say(base.row());
    LoadStep step = meter.measure(goal, options.window().multipliedBy(3));
    meter.say(step.row());
    return List.of(base, step);
  }

  private List<LoadStep> stepped(LoadMeter meter) throws InterruptedException {
    List<LoadStep> steps = new ArrayList<>();
    for (int calls : given) {
      LoadStep step = meter.measure(calls, options.window());
      meter.say(step.row());
      steps.add(step);
    }
    return steps;
  }

  private List<LoadStep> searched(LoadMeter meter) throws InterruptedException {
    CapacitySearch search = new CapacitySearch(Math.min(100, limit), 100, 25, limit);
    List<LoadStep> steps = new ArrayList<>();
    for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
      LoadStep step = meter.measure(next.getAsInt(), options.window());
      meter.say(step.row());
      steps.add(step);
      if (step.window().saturated()) {
        break; // nothing beyond this can be believed
      }
      search.result(step.holds());
    }
    return steps;
  }
}
