package org.cordboard.sim.rest;

import com.twilio.http.TwilioRestClient;
import com.twilio.type.PhoneNumber;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cordboard.config.Settings;
import org.cordboard.sim.SimServer;
import org.cordboard.sim.SimSettings;
import org.cordboard.sim.faults.FaultRule;
import org.cordboard.speech.wiring.SpeechParts;

/** A carrier on a free port of this machine, for the SDK's tests. */
final class SdkWorld implements AutoCloseable {
  static final PhoneNumber LINE = new PhoneNumber("+15550100002");
  static final PhoneNumber AGENT = new PhoneNumber("+15550100009");

  final Vertx vertx = Vertx.vertx();
  final SimServer server;
  final TwilioRestClient sdk;

  /** {@code more} are settings, such as {@code dialing.setup = 60s}. */
  SdkWorld(Path folder, String more) throws Exception {
    Settings settings =
        Settings.parse("sim { port = 0, data-dir = \"" + folder + "\", " + more + " }");
    server =
        await(
            SimServer.start(
                settings.bind("sim", SimSettings.class), vertx, SpeechParts.synthesizer(settings)));
    sdk = SdkClients.single(server.port(), SdkClients.ACCOUNT, SdkClients.TOKEN);
  }

  /**
   * Does something on the simulator's loop, and returns when it is done: what is only posted may be
   * overtaken by a request that comes over a socket.
   */
  <T> T onLoop(Supplier<T> what) {
    CompletableFuture<T> done = new CompletableFuture<>();
    server.loop().run(() -> done.complete(what.get()));
    return done.orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Plans a fault, from the next request on. */
  void plan(FaultRule rule) {
    onLoop(
        () -> {
          server.faults().add(rule);
          return rule;
        });
  }

  static <T> T await(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    await(server.close());
    await(vertx.close());
  }
}
