package org.cordboard.sim.rest;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.cordboard.sim.faults.Fault;
import org.cordboard.sim.faults.FaultPlan;
import org.cordboard.sim.faults.FaultRule;

/**
 * The simulator's own corner of the port, which no carrier has and which only this machine may use:
 *
 * <ul>
 *   <li>{@code POST /simulator/faults} with a JSON object adds a rule: {@code fault} (400, 429,
 *       500, 502, 503, 504, delay, nonsense, hang, reset), and optionally {@code method} ({@code
 *       *}), {@code path} (a regular expression; all), {@code skip} (0), {@code count} (1; −1 for
 *       no limit), {@code share} (1), {@code when} (instead, or after the request was carried out),
 *       {@code delayMs} (0), {@code retryAfterS}, {@code code} (the carrier's error code, such as
 *       10004; usually 20000 and the status)
 *   <li>{@code GET /simulator/faults} shows the rules and how often they matched and failed
 *   <li>{@code DELETE /simulator/faults} drops them
 * </ul>
 */
final class FaultDesk {
  static final String PREFIX = "/simulator/";
  private static final Set<String> KNOWN =
      Set.of(
          "fault",
          "method",
          "path",
          "skip",
          "count",
          "share",
          "when",
          "delayMs",
          "retryAfterS",
          "code");

  private final FaultPlan plan;

  FaultDesk(FaultPlan plan) {
    this.plan = plan;
  }

  RestReply handle(RestFront.Received asked) {
    if (!asked.local()) {
      return RestReply.error(403, 20403, "/simulator/ is for this machine only");
    }
    if (!asked.uri().equals(PREFIX + "faults")) {
      return RestReply.error(404, 20404, "there is /simulator/faults only");
    }
    return switch (asked.method()) {
      case "GET" -> RestReply.ok(shown());
      case "POST" -> add(asked.body());
      case "DELETE" -> {
        plan.clear();
        yield RestReply.none();
      }
      default -> RestReply.error(405, 20004, "use GET, POST or DELETE");
    };
  }

  private RestReply add(String body) {
    try {
      JsonObject json = new JsonObject(body);
      for (String key : json.fieldNames()) {
        if (!KNOWN.contains(key)) {
          throw new IllegalArgumentException("unknown key '" + key + "'; there are " + KNOWN);
        }
      }
      plan.add(rule(json));
      return RestReply.created(shown());
    } catch (DecodeException malformed) {
      return RestReply.error(400, RestError.INVALID, "the body is no JSON object");
    } catch (ClassCastException wrongType) {
      return RestReply.error(
          400, RestError.INVALID, "a value is of the wrong type: " + wrongType.getMessage());
    } catch (IllegalArgumentException wrong) {
      return RestReply.error(400, RestError.INVALID, String.valueOf(wrong.getMessage()));
    }
  }

  private static FaultRule rule(JsonObject json) {
    Object fault = json.getValue("fault");
    if (fault == null) {
      throw new IllegalArgumentException("'fault' is missing, such as \"503\"");
    }
    return new FaultRule(
        json.getString("method", "*"),
        json.getString("path", ""),
        json.getInteger("skip", 0),
        json.getInteger("count", 1),
        json.getDouble("share", 1.0),
        new Fault(
            Fault.Kind.named(String.valueOf(fault)),
            when(json.getString("when", "instead")),
            Duration.ofMillis(json.getLong("delayMs", 0L)),
            json.getInteger("retryAfterS", -1),
            json.getInteger("code", 0)));
  }

  private static Fault.When when(String word) {
    return switch (word) {
      case "instead" -> Fault.When.INSTEAD;
      case "after" -> Fault.When.AFTER;
      default -> throw new IllegalArgumentException("'when' must be instead or after");
    };
  }

  private JsonObject shown() {
    JsonArray rules = new JsonArray();
    for (FaultPlan.Standing standing : plan.standing()) {
      FaultRule rule = standing.rule();
      rules.add(
          new JsonObject()
              .put("method", rule.method())
              .put("path", rule.path())
              .put("skip", rule.skip())
              .put("count", rule.count())
              .put("share", rule.share())
              .put("fault", rule.fault().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .put("code", rule.fault().code())
              .put("when", rule.fault().when().name().toLowerCase(Locale.ROOT))
              .put("delayMs", rule.fault().delay().toMillis())
              .put("matched", standing.matched())
              .put("failed", standing.failed()));
    }
    return new JsonObject().put("faults", rules);
  }
}
