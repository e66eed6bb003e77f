package org.cordboard.sim.faults;

import java.time.Duration;
import java.util.Locale;

/**
 * What happens to one request instead of a proper answer.
 *
 * @param kind what its sender sees
 * @param when whether the request is carried out nevertheless
 * @param delay how much later than usual all this happens
 * @param retryAfterS seconds in {@code Retry-After}; negative for no such header
 * @param code the carrier's error code; 0 for the usual one of the status
 */
public record Fault(Kind kind, When when, Duration delay, int retryAfterS, int code) {

  /** What the sender sees. */
  public enum Kind {
    /** The proper answer, late. */
    DELAY(0),
    /** 400 with whatever code: the request is refused. */
    REFUSED(400),
    /** 429, code 20429: too many requests at once. */
    TOO_MANY(429),
    /** 500, code 20500. */
    SERVER_ERROR(500),
    /** 502, code 20502. */
    BAD_GATEWAY(502),
    /** 503, code 20503. */
    UNAVAILABLE(503),
    /** 504, code 20504. */
    GATEWAY_TIMEOUT(504),
    /** An error page that is no JSON, with status 502, as a proxy writes. */
    NONSENSE(502),
    /** No answer, ever. */
    HANG(0),
    /** The connection breaks. */
    RESET(0);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status; 0 when there is none of its own. */
    public int status() {
      return status;
    }

    /** By name in any case, {@code too-many} as well as {@code TOO_MANY}, or by status. */
    public static Kind named(String name) {
      for (Kind kind : values()) {
        String own = kind.name().replace('_', '-');
        boolean byStatus = kind.status > 0 && String.valueOf(kind.status).equals(name);
        if (own.equals(name.toUpperCase(Locale.ROOT).replace('_', '-')) || byStatus) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "no fault is named '"
              + name
              + "'; there are 400, 429, 500, 502, 503, 504, delay, refused, nonsense, hang, reset");
    }
  }

  /** Whether the request is carried out. */
  public enum When {
    /** It is not: nothing happens but the fault. */
    INSTEAD,
    /** It is, and then the answer is lost: what a broken connection looks like. */
    AFTER
  }

  /** The fault alone: nothing is carried out, at once. */
  public static Fault of(Kind kind) {
    return new Fault(kind, When.INSTEAD, Duration.ZERO, -1, 0);
  }

  /** The same after the request was carried out. */
  public Fault after() {
    return new Fault(kind, When.AFTER, delay, retryAfterS, code);
  }

  /** The same, this much later. */
  public Fault late(Duration by) {
    return new Fault(kind, when, by, retryAfterS, code);
  }

  /** The same with {@code Retry-After}. */
  public Fault retryAfter(int seconds) {
    return new Fault(kind, when, delay, seconds, code);
  }

  /** A refusal with one of the carrier's codes, such as 10004: too many calls at once. */
  public static Fault refused(int code) {
    return new Fault(Kind.REFUSED, When.INSTEAD, Duration.ZERO, -1, code);
  }
}
