package org.cordboard.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cordboard.config.SettingsException;

/**
 * Opens the process's two ports: the carrier's, and a second one for pages and API that stays on
 * loopback unless accounts exist. Both answer {@code /health/live}, {@code /health/ready} and, the
 * second only, {@code /metrics}. Any thread.
 */
public final class Listeners {
  private final Vertx vertx;
  private final HttpSettings http;
  private final Health health;
  private final Meters meters;

  /** Opens nothing yet. */
  public Listeners(Vertx vertx, HttpSettings http, Health health, Meters meters) {
    this.vertx = vertx;
    this.http = http;
    this.health = health;
    this.meters = meters;
    new JsonObject().encode(); // loads the codec here: on a loop it would hold up calls for seconds
  }

  /**
   * Opens the carrier's listener; {@code routes} mounts the webhooks and the media socket. Bodies
   * are read by the time that a route sees them.
   */
  public Future<HttpListener> carrier(Consumer<Router> routes) {
    Router router = Router.router(vertx);
    WebErrors.mount(router);
    new HealthRoutes(health, meters).mountHealth(router);
    router.route().handler(bodies());
    routes.accept(router);
    return HttpListener.start(
        vertx, "the carrier", "gateway.http", http.host(), http.port(), options(), router);
  }

  /**
   * Opens the listener of pages and API.
   *
   * @param section the settings section that {@code bind} was read from
   * @return fails with a {@link SettingsException} when {@code bind} is not loopback and nobody
   *     would have to log in
   */
  public Future<HttpListener> pages(String section, PagesBind bind, Consumer<Router> routes) {
    String refused = bind.refusal(section);
    if (!refused.isEmpty()) {
      return Future.failedFuture(new SettingsException(refused));
    }
    Router router = Router.router(vertx);
    WebErrors.mount(router);
    new HealthRoutes(health, meters).mountHealth(router);
    router.route().handler(new HostCheck(bind.names()));
    router.route().handler(new SecurityHeaders());
    bind.login().ifPresent(login -> router.route().handler(login));
    new HealthRoutes(health, meters).mountMetrics(router);
    router.route().handler(bodies());
    routes.accept(router);
    return HttpListener.start(
        vertx, "pages and API", section, bind.host(), bind.port(), options(), router);
  }

  /** Stops all of {@code listeners}, each with the configured grace. */
  public Future<Void> stop(List<HttpListener> listeners) {
    return Future.join(listeners.stream().map(open -> open.stop(http.stopGrace())).toList())
        .mapEmpty();
  }

  /** Reads bodies where there are any; a socket that is being upgraded must not be read. */
  private Handler<RoutingContext> bodies() {
    BodyHandler reader = BodyHandler.create(false).setBodyLimit(http.maxBodyBytes());
    return request -> {
      if (request.request().method().equals(HttpMethod.GET)) {
        request.next();
      } else {
        reader.handle(request);
      }
    };
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setIdleTimeout((int) http.idleTimeout().toSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxWebSocketFrameSize(http.maxFrameBytes())
        .setMaxWebSocketMessageSize(http.maxFrameBytes())
        .setMaxInitialLineLength(8192)
        .setMaxHeaderSize(16_384)
        .setMaxFormAttributeSize(http.maxBodyBytes())
        .setHandle100ContinueAutomatically(true)
        .setCompressionSupported(false);
  }
}
