package org.cordboard.gateway.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One plain line for every failed request; the stack of our own mistakes goes to the log only. */
final class WebErrors {
  private static final Logger log = LoggerFactory.getLogger(WebErrors.class);

  private WebErrors() {}

  static void mount(Router router) {
    router.errorHandler(400, request -> say(request, 400, "the request is malformed"));
    router.errorHandler(404, request -> say(request, 404, "there is nothing at this address"));
    router.errorHandler(405, request -> say(request, 405, "this address takes another method"));
    router.errorHandler(413, request -> say(request, 413, "the request body is too large"));
    router.errorHandler(500, WebErrors::ours);
  }

  private static void ours(RoutingContext request) {
    // the path's shape, not its content: queries carry tokens
    log.error("a request failed on route {}", request.currentRoute(), request.failure());
    say(request, 500, "the gateway could not answer; its log says why");
  }

  private static void say(RoutingContext request, int status, String line) {
    if (request.response().ended() || request.response().headWritten()) {
      request.response().reset();
      return;
    }
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(line + "\n");
  }
}
