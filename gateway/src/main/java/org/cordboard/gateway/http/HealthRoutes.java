package org.cordboard.gateway.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}. */
final class HealthRoutes {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Health health;
  private final Meters meters;

  HealthRoutes(Health health, Meters meters) {
    this.health = health;
    this.meters = meters;
  }

  void mountHealth(Router router) {
    router.get("/health/live").handler(request -> json(request, 200, status("up")));
    router.get("/health/ready").handler(this::ready);
  }

  void mountMetrics(Router router) {
    router
        .get("/metrics")
        .handler(
            request ->
                request.response().putHeader("Content-Type", PROMETHEUS).end(meters.prometheus()));
  }

  private void ready(RoutingContext request) {
    JsonObject parts = new JsonObject();
    boolean degraded = false;
    boolean down = !health.accepting();
    for (var part : health.parts().entrySet()) {
      Health.State state = part.getValue().state();
      degraded |= state == Health.State.DEGRADED;
      down |= state == Health.State.DOWN;
      JsonObject shown = status(state.name().toLowerCase(Locale.ROOT));
      if (!part.getValue().detail().isEmpty()) {
        shown.put("detail", part.getValue().detail());
      }
      parts.put(part.getKey(), shown);
    }
    JsonObject body = status(down ? "down" : degraded ? "degraded" : "up");
    json(request, down ? 503 : 200, body.put("accepting", health.accepting()).put("parts", parts));
  }

  private static JsonObject status(String word) {
    return new JsonObject().put("status", word);
  }

  private static void json(RoutingContext request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }
}
