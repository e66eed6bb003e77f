package org.cordboard.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.config.SystemClock;
import org.cordboard.gateway.console.ConsoleRoutes;
import org.cordboard.gateway.console.ConsoleSettings;
import org.cordboard.gateway.http.HttpListener;
import org.cordboard.gateway.http.Listeners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway: the one place where everything is wired together. Made by {@link #start} from
 * settings alone, or by {@link #assemble} with parts of one's own.
 */
public final class Gateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

  private final Vertx vertx;
  private final Parts parts;
  private final Wiring wiring;
  private final Listeners listeners;
  private final HttpListener carrier;
  private final HttpListener pages;

  private Gateway(
      Vertx vertx,
      Parts parts,
      Wiring wiring,
      Listeners listeners,
      HttpListener carrier,
      HttpListener pages) {
    this.vertx = vertx;
    this.parts = parts;
    this.wiring = wiring;
    this.listeners = listeners;
    this.carrier = carrier;
    this.pages = pages;
  }

  /**
   * Starts what the settings describe and answers when calls can come.
   *
   * @throws SettingsException in one line that names the thing and the fix
   */
  public static Gateway start(Settings settings) {
    GatewaySettings own = GatewaySettings.of(settings);
    String node =
        own.node().isEmpty() ? "node-" + Wiring.random().get().substring(0, 8) : own.node();
    SystemClock clock = new SystemClock("gateway-clock");
    return assemble(settings, Parts.load(settings, node, clock));
  }

  /**
   * Wires {@code parts} together and opens the listeners; closes the parts if that fails.
   *
   * @throws SettingsException in one line that names the thing and the fix
   */
  public static Gateway assemble(Settings settings, Parts parts) {
    GatewaySettings own = GatewaySettings.of(settings);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(own.loops()));
    try {
      return open(settings, own, parts, vertx);
    } catch (RuntimeException failed) {
      vertx.close();
      closeAll(parts.closing());
      throw failed;
    }
  }

  private static Gateway open(Settings settings, GatewaySettings own, Parts parts, Vertx vertx) {
    Wiring wiring = Wiring.of(settings, own, parts, Wiring.machine(own, vertx));
    Listeners listeners = new Listeners(vertx, own.http(), wiring.health(), wiring.meters());
    ConsoleSettings console = own.console();
    HttpListener carrier = await(listeners.carrier(wiring::mountCarrier));
    HttpListener pages =
        await(
            listeners.pages(
                "gateway.console",
                console.bind(),
                new ConsoleRoutes(wiring.feed(), parts.ledgers(), wiring.recorder(), console)
                    ::mount));
    wiring.health().accepting(true);
    wiring.calls().takeUpOrphans();
    log.info("gateway {} is up, playbook {}", parts.node(), parts.playbook().version());
    return new Gateway(vertx, parts, wiring, listeners, carrier, pages);
  }

  /** The port of webhooks and media. */
  public int carrierPort() {
    return carrier.port();
  }

  /** The port of pages and API. */
  public int consolePort() {
    return pages.port();
  }

  /** Ends every call with an outcome, then stops everything; the store last. */
  @Override
  public void close() {
    wiring.health().accepting(false);
    CompletableFuture<Void> ended = new CompletableFuture<>();
    wiring.calls().stop(() -> ended.complete(null));
    try {
      ended.get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException slow) {
      log.warn("not every call could be ended in time");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    await(listeners.stop(List.of(carrier, pages)));
    closeAll(wiring.closing());
    await(vertx.close());
    closeAll(parts.closing());
    log.info("gateway {} has stopped", parts.node());
  }

  private static void closeAll(List<AutoCloseable> closing) {
    for (AutoCloseable each : closing) {
      try {
        each.close();
      } catch (Exception failed) { // the rest must be closed all the same
        log.warn("{} could not be closed: {}", each.getClass().getSimpleName(), failed.toString());
      }
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SettingsException known) {
        throw known;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException("a listener did not open or close in time", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
