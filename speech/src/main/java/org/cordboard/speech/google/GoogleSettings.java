package org.cordboard.speech.google;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Section {@code speech.google}.
 *
 * @param project the Google Cloud project; when absent, the one that the credentials name
 * @param credentials path of a service account's JSON file; when absent, Google's application
 *     default credentials
 * @param endpoint empty for Google's own; {@code host:port} with TLS, or {@code
 *     http://127.0.0.1:port} without, to this machine only
 * @param recognizer how it listens
 * @param voice how it speaks
 */
public record GoogleSettings(
    Optional<String> project,
    Optional<String> credentials,
    String endpoint,
    GoogleRecognizerSettings recognizer,
    GoogleVoiceSettings voice) {
  private static final String PLAIN = "http://";

  /** Checks the endpoint. */
  public GoogleSettings {
    String address = endpoint.startsWith(PLAIN) ? endpoint.substring(PLAIN.length()) : endpoint;
    if (!endpoint.isEmpty() && !address.matches("[A-Za-z0-9.:\\[\\]-]+:[0-9]{1,5}")) {
      throw new IllegalArgumentException(
          "endpoint must be empty, host:port (with TLS) or http://127.0.0.1:port");
    }
    if (endpoint.startsWith(PLAIN) && !loopback(URI.create(endpoint).getHost())) {
      throw new IllegalArgumentException(
          "endpoint without TLS (http://) may only name this machine, such as"
              + " http://127.0.0.1:8443; callers' voices would cross the network in the clear");
    }
  }

  /** Whether the endpoint is met without TLS, and so without credentials. */
  boolean plaintext() {
    return endpoint.startsWith(PLAIN);
  }

  /** {@code host:port} to meet {@code service} at, in {@code location}. */
  String address(String service, String location) {
    if (!endpoint.isEmpty()) {
      return plaintext() ? endpoint.substring(PLAIN.length()) : endpoint;
    }
    String region = location.equals("global") ? "" : location + "-";
    return region + service + ".googleapis.com:443";
  }

  private static boolean loopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    try {
      boolean literal = host.equals("localhost") || host.matches("[0-9.]+|\\[[0-9a-fA-F:]+\\]");
      return literal && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
