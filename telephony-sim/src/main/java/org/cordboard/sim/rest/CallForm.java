package org.cordboard.sim.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.cordboard.sim.carrier.Barring;
import org.cordboard.sim.carrier.CallApi;
import org.cordboard.sim.carrier.CallTerms;
import org.cordboard.sim.carrier.CallbackUrl;
import org.cordboard.sim.carrier.Instructions;
import org.cordboard.sim.carrier.NewCall;

/** Reads what a leg is asked for with, for calls and for participants. */
final class CallForm {
  static final Set<String> PROGRESS = Set.of("initiated", "ringing", "answered", "completed");
  private static final int MAX_TWIML_CHARS = 4000;
  private static final int MAX_TIME_LIMIT_S = 86_400;
  private static final int MAX_DIGITS = 32;

  private final CallApi calls;

  CallForm(CallApi calls) {
    this.calls = calls;
  }

  /** Whom to dial, how, and whom to tell. */
  NewCall read(RestRequest request, Instructions instructions, boolean participant) {
    NotSimulated.refuse(
        request, "Byoc", "SipAuthUsername", "SipAuthPassword", "ClientNotificationUrl");
    String to = Checks.to(request);
    String from = from(request);
    Checks.served(calls.barring(to).flatMap(why -> why.ofCall(to)));
    CallbackUrl told = Checks.callback(request, "StatusCallback", "completed", PROGRESS);
    return new NewCall(
        from,
        to,
        instructions,
        Checks.url(request, "FallbackUrl"),
        request.verb("FallbackMethod", "POST"),
        told.url(),
        told.method(),
        told.events(),
        Duration.ofSeconds(request.number("Timeout", 60, participant ? 5 : 1, 600)),
        terms(request, participant));
  }

  private static CallTerms terms(RestRequest request, boolean participant) {
    boolean async = participant || request.flag("AsyncAmd", false);
    return new CallTerms(
        digits(request),
        timeLimit(request).orElse(Duration.ZERO),
        DetectionForm.read(request, participant ? "AmdStatusCallback" : "AsyncAmdStatusCallback"),
        !async,
        request.flag("Record", false) ? RecordingForm.ofCall(request, "mono") : null);
  }

  /** How long a leg may last. */
  static Optional<Duration> timeLimit(RestRequest request) {
    return request.seconds("TimeLimit", MAX_TIME_LIMIT_S);
  }

  private static String digits(RestRequest request) {
    String digits = request.text("SendDigits", "");
    if (!digits.matches("[0-9A-D#*wW]*") || digits.length() > MAX_DIGITS) {
      throw new RestError(400, 21206, "SendDigits is invalid: at most 32 of 0-9, A-D, #, * and w");
    }
    return digits;
  }

  private String from(RestRequest request) {
    String from = request.text("From", "");
    if (from.isEmpty()) {
      throw new RestError(400, 21213, "No 'From' number is specified");
    }
    String shown = request.text("CallerId", from);
    if (shown.matches("(client|sips?):\\S+")) {
      return shown;
    }
    if (!shown.matches("\\+[1-9][0-9]{6,14}") || shown.equals(Barring.MAGIC_INVALID_SENDER)) {
      throw new RestError(
          400, 21212, "The 'From' number " + shown + " is not a valid phone number.");
    }
    if (!calls.owns(shown)) {
      throw new RestError(
          400,
          21210,
          "The source phone number provided, " + shown + ", is not yet verified for your account.");
    }
    return shown;
  }

  /** The document to run: {@code Twiml} itself, or where it is; a {@code Url} wins. */
  static Instructions instructions(RestRequest request) {
    NotSimulated.refuse(request, "ApplicationSid");
    if (request.has("Url")) {
      String url = Checks.url(request, "Url");
      if (url.isEmpty()) {
        throw new RestError(400, 21205, "Url parameter is required");
      }
      return new Instructions.Url(url, request.verb("Method", "POST"));
    }
    String xml = request.text("Twiml", "");
    if (xml.length() > MAX_TWIML_CHARS) {
      throw RestError.invalid("Twiml is longer than 4000 characters");
    }
    return new Instructions.Twiml(xml);
  }
}
