package org.cordboard.gateway.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where pages and API listen, and who may reach them.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param accounts true when accounts are configured; without, only loopback is allowed
 * @param login checks who is there before any page is served; needed when accounts are configured
 * @param hosts names, beside loopback's, by which browsers may call this server
 */
public record PagesBind(
    String host,
    int port,
    boolean accounts,
    Optional<Handler<RoutingContext>> login,
    List<String> hosts) {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  /** Copies the list. */
  public PagesBind {
    hosts = List.copyOf(hosts);
  }

  /** One line that says why this may not be opened; empty when it may. */
  String refusal(String section) {
    if (accounts && login.isEmpty()) {
      return ("%s.accounts is set and this process has no way to log in; empty it, keep %s.host on"
              + " 127.0.0.1 and reach the page through a tunnel")
          .formatted(section, section);
    }
    if (accounts || loopback(host)) {
      return "";
    }
    return ("%s.host is %s, which others can reach, and %s.accounts is empty, so anybody could"
            + " listen to calls; set %s.host to 127.0.0.1 or add accounts")
        .formatted(section, host, section, section);
  }

  /** Names that a request's Host header may carry, in lower case, without port. */
  List<String> names() {
    List<String> names = new ArrayList<>(LOOPBACK);
    hosts.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return names;
  }

  private static boolean loopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
