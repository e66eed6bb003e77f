package org.cordboard.lab;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.sim.SimServer;
import org.cordboard.sim.SimSettings;
import org.cordboard.sim.scenario.Deeds;
import org.cordboard.sim.scenario.Scenario;
import org.cordboard.sim.scenario.ScenarioFile;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard sim run}: scenarios against a running gateway. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Plays scenarios against a gateway that runs already (sim.gateway-url, --console) and judges them.",
      "Exit status 0 only if every call went as its scenario demands."
    })
final class SimRunCommand implements Callable<Integer> {
  @ParentCommand private @Nullable SimCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "SCENARIO", description = "Scenario files.")
  private List<Path> files = List.of();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Play each so often.")
  private int repeat = 1;

  @Option(names = "--json", description = "Write JSON lines instead of text.")
  private boolean json;

  @Option(
      names = "--console",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8081",
      description = "Where the gateway's pages and API are (default: ${DEFAULT-VALUE}).")
  private URI console = URI.create("http://127.0.0.1:8081");

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = Required.of(parent).root().settings();
    SimSettings sim = settings.bind("sim", SimSettings.class);
    PrintWriter out = Required.of(spec).commandLine().getOut();
    Vertx vertx = Vertx.vertx();
    try (SystemClock clock = new SystemClock("sim-clock");
        SpeechParts speech = SpeechParts.assemble(settings, clock)) {
      List<Scenario> scenarios = new ArrayList<>();
      for (Path file : files) {
        scenarios.add(ScenarioFile.read(file, speech.synthesizer().voices()));
      }
      SimServer server =
          Awaiting.of(SimServer.start(sim, vertx, speech.synthesizer()), "the simulator");
      SimReport report = json ? new SimReport.Lines(out) : new SimReport.Text(out);
      Deeds deeds = json ? new AskedDeeds(report, System.in) : Deeds.NONE;
      SimPlayer player = new SimPlayer(vertx, server, speech, sim, console, deeds, report);
      int failed = player.play(scenarios, repeat);
      Awaiting.of(server.close(), "the simulator");
      return failed == 0 ? 0 : 1;
    } finally {
      Awaiting.of(vertx.close(), "the simulator");
    }
  }
}
