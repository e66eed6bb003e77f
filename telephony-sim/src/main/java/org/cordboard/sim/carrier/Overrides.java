package org.cordboard.sim.carrier;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a request is tried: timeouts and retries, which the customer writes into the URL's fragment
 * ({@code #rc=2&rp=ct,rt&rt=4000}). Pure.
 *
 * @param connect time to connect
 * @param read time to the first byte and between packets
 * @param total time for all tries together
 * @param retries tries after the first
 * @param on what is retried: 4xx, 5xx, ct, rt
 */
record Overrides(Duration connect, Duration read, Duration total, int retries, Set<String> on) {
  private static final Set<String> ALL = Set.of("4xx", "5xx", "ct", "rt");

  /** Reads the fragment of {@code url}; what is absent or out of range keeps its default. */
  static Overrides of(String url) {
    long connect = 5000;
    long read = 15_000;
    long total = 15_000;
    int retries = 1;
    Set<String> on = Set.of("ct");
    int hash = url.indexOf('#');
    for (String pair : hash < 0 ? new String[0] : url.substring(hash + 1).split("&")) {
      int equals = pair.indexOf('=');
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      switch (equals < 0 ? "" : pair.substring(0, equals)) {
        case "ct" -> connect = within(value, 100, 10_000, connect);
        case "rt" -> read = within(value, 100, 15_000, read);
        case "tt" -> total = within(value, 100, 15_000, total);
        case "rc" -> retries = (int) within(value, 0, 5, retries);
        case "rp" -> on = policy(value, on);
        default -> {}
      }
    }
    return new Overrides(
        Duration.ofMillis(connect), Duration.ofMillis(read), Duration.ofMillis(total), retries, on);
  }

  private static long within(String value, long least, long most, long fallback) {
    if (!value.matches("[0-9]{1,6}")) {
      return fallback;
    }
    long number = Long.parseLong(value);
    return number >= least && number <= most ? number : fallback;
  }

  private static Set<String> policy(String value, Set<String> fallback) {
    Set<String> named = new LinkedHashSet<>();
    for (String word : value.split(",")) {
      if (word.equals("all")) {
        return ALL;
      } else if (ALL.contains(word)) {
        named.add(word);
      }
    }
    return named.isEmpty() ? fallback : named;
  }
}
