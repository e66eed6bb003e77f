package org.cordboard.sim.rest;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One answer of the API; no body with 204. */
public record RestReply(int status, @Nullable JsonObject body) {

  static RestReply ok(JsonObject body) {
    return new RestReply(200, body);
  }

  static RestReply created(JsonObject body) {
    return new RestReply(201, body);
  }

  static RestReply none() {
    return new RestReply(204, null);
  }

  /** An error as the carrier words it: both code and status are in the body. */
  static RestReply error(int status, int code, String message) {
    return new RestReply(
        status,
        new JsonObject()
            .put("code", code)
            .put("message", message)
            .put("more_info", "https://www.twilio.com/docs/errors/" + code)
            .put("status", status));
  }
}
