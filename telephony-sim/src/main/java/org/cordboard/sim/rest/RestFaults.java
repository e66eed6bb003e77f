package org.cordboard.sim.rest;

import java.util.ArrayDeque;
import java.util.Optional;

/** Failures that the API is to show next, in order; for tests and drills. On the loop. */
public final class RestFaults {
  private final ArrayDeque<Fault> next = new ArrayDeque<>();

  /** How a request fails. */
  public enum Fault {
    /** 429, code 20429. */
    TOO_MANY,
    /** 500, code 20500. */
    SERVER_ERROR,
    /** 503, code 20503. */
    UNAVAILABLE,
    /** No answer, ever. */
    HANG,
    /** The request is carried out, and then no answer comes: what a lost connection looks like. */
    HANG_AFTER
  }

  /** The next {@code count} requests fail like this. */
  public void add(int count, Fault fault) {
    for (int i = 0; i < count; i++) {
      next.add(fault);
    }
  }

  Optional<Fault> take() {
    return Optional.ofNullable(next.poll());
  }

  static RestReply reply(Fault fault) {
    return switch (fault) {
      case TOO_MANY -> RestReply.error(429, 20429, "Too Many Requests");
      case SERVER_ERROR -> RestReply.error(500, 20500, "Internal Server Error");
      default -> RestReply.error(503, 20503, "Service Unavailable");
    };
  }
}
