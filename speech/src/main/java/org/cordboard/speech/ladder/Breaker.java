package org.cordboard.speech.ladder;

import java.time.Duration;

/**
 * Whether an engine is given new work, as a pure decision: {@code (state, event, now) → state}.
 *
 * <pre>
 * CLOSED: failures in a row reach the limit → OPEN for the rest
 * OPEN:   the rest is over                  → one trial (HALF OPEN)
 * trial:  works                             → CLOSED
 *         fails                             → OPEN, for twice as long, at most an hour
 *         nothing comes of it for a rest    → the next trial
 * </pre>
 *
 * @param failures in a row
 * @param restNanos how long it rests when it has failed too often
 * @param untilNanos when the rest, or the wait for a trial, is over; 0 while closed
 */
record Breaker(int failures, long restNanos, long untilNanos) {
  private static final long LONGEST_NANOS = Duration.ofHours(1).toNanos();

  static Breaker closed(LadderSettings settings) {
    return new Breaker(0, settings.rest().toNanos(), 0);
  }

  boolean isClosed() {
    return untilNanos == 0;
  }

  /** True when new work may go to the engine. */
  boolean allows(long nowNanos) {
    return isClosed() || nowNanos - untilNanos >= 0;
  }

  /** New work has gone to it: of an open breaker, the only trial until something comes of it. */
  Breaker taken(long nowNanos) {
    return isClosed() ? this : new Breaker(failures, restNanos, until(nowNanos, restNanos));
  }

  Breaker worked(LadderSettings settings) {
    return failures == 0 && isClosed() ? this : closed(settings);
  }

  Breaker failed(LadderSettings settings, long nowNanos) {
    int count = failures + 1;
    if (!isClosed()) {
      long longer = Math.min(LONGEST_NANOS, restNanos * 2);
      return new Breaker(count, longer, until(nowNanos, longer));
    }
    return new Breaker(
        count, restNanos, count >= settings.failures() ? until(nowNanos, restNanos) : 0);
  }

  private static long until(long nowNanos, long restNanos) {
    long until = nowNanos + restNanos;
    return until == 0 ? 1 : until;
  }
}
