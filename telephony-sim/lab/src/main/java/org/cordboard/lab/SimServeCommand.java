package org.cordboard.lab;

import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.cordboard.sim.SimServer;
import org.cordboard.sim.SimSettings;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard sim serve}: the carrier, until Ctrl-C. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the carrier until Ctrl-C, for a gateway of yours: REST API at sim.port.")
final class SimServeCommand implements Callable<Integer> {
  @ParentCommand private @Nullable SimCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    org.cordboard.config.Settings settings = Required.of(parent).root().settings();
    Vertx vertx = Vertx.vertx();
    try (SpeechSynthesizer voices = SpeechParts.synthesizer(settings)) {
      SimServer server =
          Awaiting.of(
              SimServer.start(settings.bind("sim", SimSettings.class), vertx, voices),
              "the simulator");
      Required.of(spec)
          .commandLine()
          .getOut()
          .println("the simulated carrier answers at http://127.0.0.1:" + server.port());
      CountDownLatch stop = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "sim-stop"));
      stop.await();
      Awaiting.of(server.close(), "the simulator");
    } finally {
      Awaiting.of(vertx.close(), "the simulator");
    }
    return 0;
  }
}
