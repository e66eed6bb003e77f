package org.cordboard.sim.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.cordboard.config.Secret;
import org.cordboard.sim.carrier.SimCarrier;

/**
 * The carrier's API without its socket: a request in, an answer out. On the simulator's loop. Under
 * {@code /2010-04-01/Accounts/AC…/}: Calls, Conferences, Participants.
 */
public final class RestApi {
  private static final String SUFFIX = ".json";

  private final String accountSid;
  private final Secret authToken;
  private final CallsResource calls;
  private final ConferencesResource conferences;
  private final ParticipantsResource participants;

  /** The API of {@code carrier}'s one account. */
  public RestApi(SimCarrier carrier, Secret authToken) {
    this.accountSid = carrier.accountSid();
    this.authToken = authToken;
    RestJson json = new RestJson(accountSid);
    this.calls = new CallsResource(carrier.calls(), json);
    this.conferences = new ConferencesResource(carrier.conferences(), json);
    this.participants = new ParticipantsResource(carrier.conferences(), calls, json);
  }

  /** Serves one request. */
  public RestReply handle(RestRequest request) {
    try {
      if (!authorized(request.authorization())) {
        return RestReply.error(401, 20003, "Authenticate");
      }
      return route(request);
    } catch (RestError refused) {
      return refused.reply();
    }
  }

  /** True when {@code header} is HTTP Basic with the account's SID and token. */
  boolean authorized(String header) {
    if (!header.startsWith("Basic ")) {
      return false;
    }
    try {
      String given =
          new String(
              Base64.getDecoder().decode(header.substring("Basic ".length()).trim()),
              StandardCharsets.UTF_8);
      int colon = given.indexOf(':');
      return colon >= 0
          && given.substring(0, colon).equals(accountSid)
          && new Secret(given.substring(colon + 1)).equals(authToken);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private RestReply route(RestRequest request) {
    List<String> path = request.path();
    boolean ours =
        path.size() >= 4
            && path.get(0).equals("2010-04-01")
            && path.get(1).equals("Accounts")
            && path.get(2).equals(accountSid)
            && path.get(path.size() - 1).endsWith(SUFFIX);
    if (!ours) {
      throw RestError.unknown(request);
    }
    String shape = path.get(3).replace(SUFFIX, "") + "/" + (path.size() - 4);
    String first = path.size() > 4 ? bare(path.get(4)) : "";
    String third = path.size() > 6 ? bare(path.get(6)) : "";
    if (path.size() > 5 && !bare(path.get(5)).equals("Participants")) {
      throw RestError.unknown(request);
    }
    RestReply reply =
        switch (request.method() + " " + shape) {
          case "POST Calls/0" -> calls.create(request);
          case "GET Calls/0" -> calls.list(request);
          case "GET Calls/1" -> calls.get(request, first);
          case "POST Calls/1" -> calls.update(request, first);
          case "GET Conferences/0" -> conferences.list(request);
          case "GET Conferences/1" -> conferences.get(request, first);
          case "POST Conferences/1" -> conferences.update(request, first);
          case "POST Conferences/2" -> participants.create(request, first);
          case "GET Conferences/2" -> participants.list(request, first);
          case "GET Conferences/3" -> participants.get(request, first, third);
          case "POST Conferences/3" -> participants.update(request, first, third);
          case "DELETE Conferences/3" -> participants.remove(request, first, third);
          default -> null;
        };
    return Objects.requireNonNullElseGet(
        reply,
        () ->
            RestReply.error(
                known(shape) ? 405 : 404, known(shape) ? 20004 : 20404, "Not simulated: " + shape));
  }

  private static boolean known(String shape) {
    return shape.startsWith("Calls/") || shape.startsWith("Conferences/");
  }

  private static String bare(String segment) {
    return segment.endsWith(SUFFIX)
        ? segment.substring(0, segment.length() - SUFFIX.length())
        : segment;
  }
}
