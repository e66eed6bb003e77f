package org.cordboard.sim;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.sim.carrier.SimCarrier;
import org.cordboard.sim.carrier.VertxHttpOut;
import org.cordboard.sim.media.VertxStreamSockets;
import org.cordboard.speech.SpeechSynthesizer;

/**
 * A carrier on this machine: the REST API on a port, webhooks and media streams to the gateway. The
 * Vert.x instance and the voice engine stay the caller's.
 */
public final class SimServer {
  private static final int FILE_QUEUE = 10_000;

  private final SimLoop loop;
  private final VertxHttpOut http;
  private final VertxStreamSockets sockets;
  private final BoundedWorkers files;
  private final SimCarrier carrier;

  private SimServer(SimSettings settings, Vertx vertx, SpeechSynthesizer voices) {
    this.loop = new SimLoop(vertx);
    this.http = new VertxHttpOut(vertx, loop);
    this.sockets = new VertxStreamSockets(vertx, loop);
    this.files = new BoundedWorkers("sim-files", 1, FILE_QUEUE);
    this.carrier =
        SimCarrier.start(
            settings.carrier(),
            new SimCarrier.Ports(
                loop,
                http,
                sockets,
                voices,
                files,
                Optional.of(settings.dataDir().resolve("recordings")),
                settings.recordAgents()));
  }

  /** Starts; fails with one clear line when the port is taken. */
  public static Future<SimServer> start(
      SimSettings settings, Vertx vertx, SpeechSynthesizer voices) {
    return Future.succeededFuture(new SimServer(settings, vertx, voices));
  }

  /** The carrier, for placing calls and giving numbers to people. */
  public SimCarrier carrier() {
    return carrier;
  }

  /** The carrier as scenarios see it. */
  public CarrierExchange exchange() {
    return new CarrierExchange(carrier, loop);
  }

  /** Hangs up every call, then closes sockets and files. */
  public Future<Void> close() {
    Promise<Void> closed = Promise.promise();
    loop.run(
        () -> {
          carrier.close();
          sockets.close();
          http.close();
          files.close();
          loop.close();
          closed.complete();
        });
    return closed.future();
  }
}
