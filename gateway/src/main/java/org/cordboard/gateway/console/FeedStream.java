package org.cordboard.gateway.console;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.jspecify.annotations.Nullable;

/**
 * One watcher's connection: server-sent events (WHATWG HTML, "Server-sent events"). Writes only
 * while the socket takes more; what piles up meanwhile is the subscription's to bound.
 */
final class FeedStream {
  private static final Duration PING = Duration.ofSeconds(15);

  private final HttpServerResponse response;
  private final Loop loop;
  private @Nullable Subscription subscription;
  private Clock.@Nullable Timer ping;
  private boolean closed;

  private FeedStream(HttpServerResponse response, Loop loop) {
    this.response = response;
    this.loop = loop;
  }

  static void open(ConsoleFeed feed, @Nullable CallId only, RoutingContext request, Loop loop) {
    HttpServerResponse response = request.response();
    response.setChunked(true);
    response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
    response.putHeader("X-Accel-Buffering", "no");
    FeedStream stream = new FeedStream(response, loop);
    response.closeHandler(gone -> stream.close());
    response.exceptionHandler(broken -> stream.close());
    response.drainHandler(ready -> stream.write());
    response.write("retry: 1000\n\n");
    stream.subscription = feed.subscribe(only, () -> loop.run(stream::write));
    stream.write();
    stream.keepAlive();
  }

  private void write() {
    Subscription open = subscription;
    if (open == null || closed) {
      return;
    }
    while (!response.writeQueueFull()) {
      String message = open.next();
      if (message == null) {
        return;
      }
      response.write("data: " + message + "\n\n");
    }
  }

  private void keepAlive() {
    ping =
        loop.clock()
            .after(
                PING,
                () -> {
                  if (!closed) {
                    response.write("event: ping\ndata: {}\n\n");
                    keepAlive();
                  }
                });
  }

  private void close() {
    closed = true;
    if (subscription != null) {
      subscription.close();
    }
    if (ping != null) {
      ping.cancel();
    }
  }
}
