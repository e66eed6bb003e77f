package org.cordboard.sim.rest;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.cordboard.sim.carrier.CallApi;
import org.cordboard.sim.carrier.CallView;
import org.cordboard.sim.carrier.Instructions;
import org.cordboard.sim.carrier.NewCall;

/** {@code /Calls}: create, read, list, change. */
final class CallsResource {
  private static final int MAX_TWIML_CHARS = 4000;

  private final CallApi calls;
  private final RestJson json;

  CallsResource(CallApi calls, RestJson json) {
    this.calls = calls;
    this.json = json;
  }

  RestReply create(RestRequest request) {
    if (!request.has("Url") && !request.has("Twiml")) {
      throw new RestError(400, 21205, "Url parameter is required");
    }
    return RestReply.created(json.call(calls.create(newCall(request, instructions(request)))));
  }

  /** Whom to dial and whom to tell, checked. */
  NewCall newCall(RestRequest request, Instructions instructions) {
    String to = request.text("To", "");
    String from = request.text("From", "");
    if (to.isEmpty()) {
      throw new RestError(400, 21201, "No 'To' number is specified");
    }
    if (from.isEmpty()) {
      throw new RestError(400, 21213, "No 'From' number is specified");
    }
    if (!number(to)) {
      throw new RestError(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (!number(from)) {
      throw new RestError(
          400, 21212, "The 'From' number " + from + " is not a valid phone number.");
    }
    if (!calls.owns(from)) {
      throw new RestError(
          400, 21210, "The source phone number provided, " + from + ", is not yet verified.");
    }
    return new NewCall(
        from,
        to,
        instructions,
        url(request.text("FallbackUrl", "")),
        url(request.text("StatusCallback", "")),
        request.verb("StatusCallbackMethod", "POST"),
        request.words("StatusCallbackEvent", "completed"),
        Duration.ofSeconds(Math.max(1, Math.min(600, request.number("Timeout", 60)))));
  }

  private static boolean number(String written) {
    return written.matches("\\+[1-9][0-9]{6,14}");
  }

  /** Checks that {@code given} is empty or an absolute web URL. */
  static String url(String given) {
    if (given.isEmpty()) {
      return given;
    }
    try {
      URI url = URI.create(given);
      if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
        return given;
      }
    } catch (IllegalArgumentException malformed) {
      // reported below
    }
    throw new RestError(400, 21205, "Url is not a valid URL: " + given);
  }

  private static Instructions instructions(RestRequest request) {
    if (request.has("Twiml")) {
      String xml = request.text("Twiml", "");
      if (xml.length() > MAX_TWIML_CHARS) {
        throw new RestError(400, 21605, "Twiml is longer than 4000 characters");
      }
      return new Instructions.Twiml(xml);
    }
    return new Instructions.Url(url(request.text("Url", "")), request.verb("Method", "POST"));
  }

  RestReply get(RestRequest request, String sid) {
    return RestReply.ok(json.call(found(request, sid)));
  }

  private CallView found(RestRequest request, String sid) {
    return calls.get(sid).orElseThrow(() -> RestError.unknown(request));
  }

  RestReply list(RestRequest request) {
    String to = request.text("To", "");
    String from = request.text("From", "");
    String status = request.text("Status", "");
    String parent = request.text("ParentCallSid", "");
    String since = request.text("StartTime>", request.text("StartTime", ""));
    return RestReply.ok(
        json.page(
            "calls",
            calls
                .list(
                    call ->
                        (to.isEmpty() || call.to().equals(to))
                            && (from.isEmpty() || call.from().equals(from))
                            && (status.isEmpty() || call.status().wire().equals(status))
                            && (parent.isEmpty() || call.parentSid().equals(parent))
                            && (since.isEmpty() || call.created().toString().compareTo(since) >= 0))
                .stream()
                .map(json::call)
                .toList(),
            "Calls",
            request));
  }

  RestReply update(RestRequest request, String sid) {
    found(request, sid);
    CallApi.Result result = CallApi.Result.DONE;
    if (request.has("Url") && request.has("Twiml")) {
      throw new RestError(400, 21220, "Url and Twiml exclude each other");
    }
    if (request.has("Url") || request.has("Twiml")) {
      result = calls.redirect(sid, instructions(request));
    } else if (request.has("Status")) {
      result =
          switch (request.text("Status", "")) {
            case "completed" -> calls.complete(sid);
            case "canceled" -> calls.cancel(sid);
            default -> throw new RestError(400, 21218, "Status must be completed or canceled");
          };
    }
    if (result == CallApi.Result.NOT_IN_PROGRESS) {
      throw new RestError(400, 21220, "Call is not in-progress. Cannot redirect.");
    }
    return get(request, sid);
  }
}
