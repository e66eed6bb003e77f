package org.cordboard.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out of pages that trust the loopback address: a request under a foreign name
 * (DNS rebinding) is answered 421, one that another site's page makes is answered 403. A link to
 * the page itself may be followed from anywhere.
 */
final class HostCheck implements Handler<RoutingContext> {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Set<String> names;

  HostCheck(List<String> names) {
    this.names = Set.copyOf(names);
  }

  @Override
  public void handle(RoutingContext request) {
    HostAndPort authority = request.request().authority();
    if (authority == null || !names.contains(bracketed(authority.host()))) {
      refuse(request, 421, "this server is not known by that name; use http://localhost");
      return;
    }
    if (foreign(request)) {
      refuse(request, 403, "requests from other sites are not answered");
      return;
    }
    request.next();
  }

  private static boolean foreign(RoutingContext request) {
    @Nullable String site = request.request().getHeader("Sec-Fetch-Site");
    @Nullable String mode = request.request().getHeader("Sec-Fetch-Mode");
    if (site != null) {
      return !OWN.contains(site) && !"navigate".equals(mode);
    }
    @Nullable String origin = request.request().getHeader("Origin");
    if (origin == null) {
      return false;
    }
    HostAndPort authority = request.request().authority();
    return !origin.equals("http://" + authority) && !origin.equals("https://" + authority);
  }

  private static String bracketed(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
  }

  private static void refuse(RoutingContext request, int status, String why) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(why + "\n");
  }
}
