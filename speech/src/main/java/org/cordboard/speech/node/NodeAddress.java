package org.cordboard.speech.node;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a speech node listens.
 *
 * @param host a name or an address; IPv6 without its brackets
 * @param port a TCP port
 */
record NodeAddress(String host, int port) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)\\]|([^\\s:\\[\\]/]+)):(\\d{1,5})");

  /** Checks the port. */
  NodeAddress {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port lies in 1…65535, not " + port);
    }
  }

  /**
   * Reads {@code host:port} or {@code [v6]:port}.
   *
   * @throws IllegalArgumentException when it is written otherwise
   */
  static NodeAddress of(String written) {
    Matcher parts = WRITTEN.matcher(written.trim());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a speech node's address is written host:port, such as 10.0.0.5:8070, not '"
              + written
              + "'");
    }
    String v6 = parts.group(1);
    return new NodeAddress(v6 != null ? v6 : parts.group(2), Integer.parseInt(parts.group(3)));
  }

  /** Whether what is sent there stays on this machine. */
  boolean loopback() {
    return loopback(host);
  }

  /** Whether {@code host} names this machine; no name is looked up. */
  static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
