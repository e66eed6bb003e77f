package org.cordboard.sim.rest;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.cordboard.sim.carrier.Barring;
import org.cordboard.sim.carrier.CallbackUrl;

/** Checks of what many requests carry; what is wrong gets the carrier's code. Pure. */
final class Checks {
  private static final int NO_URL = 21205;

  private Checks() {}

  /** An absolute web URL, or nothing. */
  static String url(RestRequest request, String name) {
    String given = request.text(name, "");
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
    throw new RestError(400, NO_URL, name + " is not a valid URL: " + given);
  }

  /** The three parameters that say who is told: {@code name}, its method, its events. */
  static CallbackUrl callback(RestRequest request, String name, String usual, Set<String> known) {
    Set<String> events = request.words(name + "Event", usual);
    for (String event : events) {
      if (!known.contains(event)) {
        throw RestError.invalid(
            name
                + "Event must be of "
                + String.join(", ", known.stream().sorted().toList())
                + ", not '"
                + event
                + "'");
      }
    }
    return new CallbackUrl(url(request, name), request.verb(name + "Method", "POST"), events);
  }

  /** An address that can be dialled: E.164, {@code client:} or {@code sip:}. */
  static String to(RestRequest request) {
    String to = request.text("To", "");
    if (to.isEmpty()) {
      throw new RestError(400, 21201, "No 'To' number is specified");
    }
    if (to.startsWith("app:")) {
      throw RestError.notSimulated("To=app:…, a TwiML application as a participant");
    }
    if (to.matches("(client:[^\\s?]+|sips?:[^@\\s]+@[^@\\s]+)(\\?.*)?")) {
      return to;
    }
    String bare = to.replaceAll("[\\s().-]", "");
    if (!bare.matches("\\+[1-9][0-9]*")) {
      throw new RestError(400, 21211, "The 'To' number " + to + " is not a valid phone number.");
    }
    if (!possible(bare)) {
      throw new RestError(
          400, 21217, "The phone number " + to + " does not appear to be valid: its length");
    }
    return bare;
  }

  /** Refuses what the carrier does not do for this account. */
  static void served(Optional<Barring.Refusal> refusal) {
    if (refusal.isPresent()) {
      throw new RestError(400, refusal.get().code(), refusal.get().words());
    }
  }

  /** In the North American plan eleven digits, elsewhere seven to fifteen. */
  private static boolean possible(String e164) {
    int digits = e164.length() - 1;
    return e164.startsWith("+1") ? digits == 11 : digits >= 7 && digits <= 15;
  }
}
