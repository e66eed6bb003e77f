package org.cordboard.gateway.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cordboard.config.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The carrier's {@code X-Twilio-Signature}: base64 of HMAC-SHA1, keyed by the account's auth token,
 * over the address it asked and, for a form, every parameter in order of its name. The address is
 * rebuilt from the public origin, since a proxy may have changed everything but path and query.
 * Comparison takes the same time whatever differs. Immutable; any thread. Source: the carrier's
 * "Webhooks security" page.
 */
final class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA1";

  private final SecretKeySpec key;
  private final URI origin;

  /**
   * A checker.
   *
   * @param authToken the primary token of the account, never an API key's secret
   * @param origin scheme, host and, if unusual, port that the carrier knows this process by
   */
  WebhookSignature(Secret authToken, URI origin) {
    this.key = new SecretKeySpec(authToken.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.origin = origin;
  }

  /**
   * Checks a form, or a GET when {@code form} is empty.
   *
   * @param pathAndQuery exactly as sent
   * @param form decoded values, untrimmed, empty ones included
   */
  boolean form(
      String pathAndQuery, Map<String, ? extends Iterable<String>> form, @Nullable String given) {
    StringBuilder parameters = new StringBuilder();
    new TreeMap<>(form)
        .forEach(
            (name, values) -> {
              TreeSet<String> sorted = new TreeSet<>();
              values.forEach(sorted::add);
              sorted.forEach(value -> parameters.append(name).append(value));
            });
    return anyOf(urls(scheme(false), pathAndQuery), parameters.toString(), given);
  }

  /** Checks a JSON body: its hash is in the signed query. */
  boolean json(String pathAndQuery, byte[] body, @Nullable String given) {
    String hash = HexFormat.of().formatHex(digest(body));
    String query = pathAndQuery.substring(pathAndQuery.indexOf('?') + 1);
    boolean named =
        List.of(query.split("&")).stream()
            .filter(part -> part.startsWith("bodySHA256="))
            .anyMatch(part -> same(part.substring("bodySHA256=".length()), hash));
    return named && anyOf(urls(scheme(false), pathAndQuery), "", given);
  }

  /** Checks the upgrade of a media socket; the carrier may have signed a trailing slash. */
  boolean socket(String pathAndQuery, @Nullable String given) {
    List<String> candidates = new ArrayList<>(urls(scheme(true), pathAndQuery));
    candidates.addAll(
        urls(
            scheme(true),
            pathAndQuery.endsWith("/")
                ? pathAndQuery.substring(0, pathAndQuery.length() - 1)
                : pathAndQuery + "/"));
    return anyOf(candidates, "", given);
  }

  private String scheme(boolean socket) {
    boolean tls = "https".equals(origin.getScheme());
    return socket ? (tls ? "wss" : "ws") : (tls ? "https" : "http");
  }

  /** Over TLS the carrier signs without a port, else with it; the other form is let pass too. */
  private List<String> urls(String scheme, String pathAndQuery) {
    String bare = scheme + "://" + origin.getHost() + pathAndQuery;
    if (origin.getPort() < 0) {
      return List.of(bare);
    }
    String withPort = scheme + "://" + origin.getHost() + ":" + origin.getPort() + pathAndQuery;
    return List.of(bare, withPort);
  }

  private boolean anyOf(List<String> urls, String appended, @Nullable String given) {
    if (given == null) {
      return false;
    }
    boolean ok = false;
    for (String url : urls) {
      ok |= same(sign(url + appended), given);
    }
    return ok;
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  /** The signature of a message. */
  String sign(String message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, missing);
    }
  }

  private static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
