package org.cordboard.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.SettingsException;

/** One open HTTP port. Made by {@link Listeners}; any thread. */
public final class HttpListener {
  private final String name;
  private final HttpServer server;

  private HttpListener(String name, HttpServer server) {
    this.name = name;
    this.server = server;
  }

  /**
   * Binds and starts answering.
   *
   * @param name what it is for, as people are told
   * @param section the settings section that holds {@code host} and {@code port}
   * @return fails with a {@link SettingsException} of one line when the port cannot be had
   */
  static Future<HttpListener> start(
      Vertx vertx,
      String name,
      String section,
      String host,
      int port,
      HttpServerOptions options,
      Router router) {
    return vertx
        .createHttpServer(options.setHost(host).setPort(port))
        .requestHandler(router)
        .listen()
        .map(server -> new HttpListener(name, server))
        .recover(why -> Future.failedFuture(explain(name, section, host, port, why)));
  }

  private static SettingsException explain(
      String name, String section, String host, int port, Throwable why) {
    String key = section + ".port";
    if (why instanceof BindException && String.valueOf(why.getMessage()).contains("in use")) {
      return new SettingsException(
          "port %d for %s is in use (%s); stop the program that has it or set %s to another"
              .formatted(port, name, key, key),
          why);
    }
    return new SettingsException(
        "cannot listen on %s:%d for %s: %s; check %s.host and %s"
            .formatted(host, port, name, why.getMessage(), section, key),
        why);
  }

  /** What it is for. */
  public String name() {
    return name;
  }

  /** The port in use, also when 0 was asked for. */
  public int port() {
    return server.actualPort();
  }

  /** Takes no new connection, lets answers finish for at most {@code grace}, then closes. */
  public Future<Void> stop(Duration grace) {
    return server.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS);
  }
}
