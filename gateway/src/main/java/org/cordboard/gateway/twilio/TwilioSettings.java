package org.cordboard.gateway.twilio;

import java.net.URI;
import java.time.Duration;
import org.cordboard.config.Secret;
import org.cordboard.config.Settings;

/**
 * The section {@code gateway.twilio}; see {@code reference.conf} for units and reasons.
 *
 * @param accountSid {@code AC…}
 * @param authToken the account's primary token: signs webhooks, opens the REST API
 * @param apiUrl origin of the REST API
 * @param publicUrl origin under which the carrier reaches this process
 * @param fromNumber shown to agents who are rung; E.164
 * @param connectionOverrides of the carrier's requests, the part behind {@code #}; may be empty
 * @param connectTimeout of REST requests
 * @param requestTimeout of REST requests, answer included
 * @param replyDeadline after which a request of the carrier gets a safe document
 * @param startDeadline for a media socket's {@code start}
 * @param ring how long the carrier rings an agent or a fallback person
 * @param keyWait how long the carrier waits for a key
 * @param machineDetection whether the carrier listens for machines on agents' legs
 * @param interrupted spoken by the carrier when the line to this process is lost
 * @param language of sentences that the carrier speaks
 * @param workers REST requests at once
 * @param workersQueue REST requests that may wait
 */
public record TwilioSettings(
    String accountSid,
    Secret authToken,
    URI apiUrl,
    URI publicUrl,
    String fromNumber,
    String connectionOverrides,
    Duration connectTimeout,
    Duration requestTimeout,
    Duration replyDeadline,
    Duration startDeadline,
    Duration ring,
    Duration keyWait,
    boolean machineDetection,
    String interrupted,
    String language,
    int workers,
    int workersQueue) {

  private static final Secret SIMULATORS = new Secret("sim-auth-token-0001");

  /** Checks forms and ranges. */
  public TwilioSettings {
    if (!accountSid.matches("AC[0-9a-fA-F]{32}")) {
      throw new IllegalArgumentException(
          "'account-sid' must be AC and 32 hexadecimal digits, as the carrier's console shows it;"
              + " set CORDBOARD_GATEWAY_TWILIO_ACCOUNT__SID");
    }
    if (authToken.isEmpty()) {
      throw new IllegalArgumentException(
          "'auth-token' is empty; set CORDBOARD_GATEWAY_TWILIO_AUTH__TOKEN to the account's token");
    }
    requireOrigin("api-url", apiUrl);
    requireOrigin("public-url", publicUrl);
    if (authToken.equals(SIMULATORS) && !(isHere(apiUrl) && isHere(publicUrl))) {
      throw new IllegalArgumentException(
          "'auth-token' is the simulator's, which everybody knows; set"
              + " CORDBOARD_GATEWAY_TWILIO_AUTH__TOKEN to the account's own, or keep api-url and"
              + " public-url on this machine");
    }
    if (!fromNumber.matches("\\+[1-9][0-9]{6,14}")) {
      throw new IllegalArgumentException(
          "'from-number' must be a number in E.164 form, such as +15550100002");
    }
    requireBetween("connect-timeout", connectTimeout, 100, 10_000);
    requireBetween("request-timeout", requestTimeout, 500, 15_000);
    requireBetween("reply-deadline", replyDeadline, 100, 14_000);
    requireBetween("start-deadline", startDeadline, 100, 60_000);
    requireBetween("ring", ring, 5_000, 600_000);
    requireBetween("key-wait", keyWait, 1_000, 60_000);
    if (workers < 1 || workersQueue < 1) {
      throw new IllegalArgumentException("'workers' and 'workers-queue' must be at least 1");
    }
  }

  /** Binds the section {@code gateway.twilio}. */
  public static TwilioSettings from(Settings settings) {
    return settings.bind("gateway.twilio", TwilioSettings.class);
  }

  private static boolean isHere(URI url) {
    String host = String.valueOf(url.getHost());
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private static void requireOrigin(String key, URI url) {
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    boolean bare = url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    if (!http || url.getHost() == null || !bare || url.getQuery() != null) {
      throw new IllegalArgumentException(
          "'" + key + "' must be an origin such as https://gw.example.com, without a path");
    }
  }

  private static void requireBetween(String key, Duration value, long minMs, long maxMs) {
    if (value.toMillis() < minMs || value.toMillis() > maxMs) {
      throw new IllegalArgumentException(
          "'" + key + "' must be between " + minMs + "ms and " + maxMs + "ms");
    }
  }
}
