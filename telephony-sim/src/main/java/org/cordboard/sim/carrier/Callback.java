package org.cordboard.sim.carrier;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where progress is reported to.
 *
 * @param url empty for nowhere
 * @param events which events
 * @param fired how many have been fired; the next sequence number
 */
record Callback(String url, String method, Set<String> events, AtomicLong fired) {
  static final Callback NONE = new Callback("", "POST", Set.of());

  Callback(String url, String method, Set<String> events) {
    this(url, method, events, new AtomicLong());
  }
}
