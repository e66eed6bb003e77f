package org.cordboard.config;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A clock and loop that move only when told to: virtual time for tests and simulations. Timers due
 * at the same instant fire in the order they were set. Single-threaded: whoever drives it is "on
 * the loop".
 */
public final class ManualClock implements Clock, Loop {
  private final Instant origin;
  private final PriorityQueue<Due> timers =
      new PriorityQueue<>(Comparator.comparingLong(Due::atNanos).thenComparingLong(Due::order));
  private final ArrayDeque<Runnable> posted = new ArrayDeque<>();
  private long nowNanos;
  private long order;
  private boolean running;

  /** A clock that begins at a fixed instant, so that two runs read alike. */
  public ManualClock() {
    this(Instant.parse("2026-01-05T09:00:00Z"));
  }

  /** A clock that begins at {@code origin}. */
  public ManualClock(Instant origin) {
    this.origin = origin;
  }

  @Override
  public Instant now() {
    return origin.plusNanos(nowNanos);
  }

  @Override
  public long nanos() {
    return nowNanos;
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Due due = new Due(nowNanos + Math.max(0, delay.toNanos()), order++, task);
    timers.add(due);
    return () -> timers.remove(due);
  }

  /**
   * Queues {@code task}; the queue is emptied in order before control returns to the outermost
   * caller.
   */
  @Override
  public void run(Runnable task) {
    posted.add(task);
    drain();
  }

  private void drain() {
    if (running) {
      return;
    }
    running = true;
    try {
      for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
        next.run();
      }
    } finally {
      running = false;
    }
  }

  @Override
  public void assertOn() {
    // whoever drives a manual clock is on its loop
  }

  @Override
  public Clock clock() {
    return this;
  }

  /**
   * Moves time forward by {@code span}, firing what falls due on the way, each at its own instant.
   */
  public void advance(Duration span) {
    long until = nowNanos + span.toNanos();
    for (Due next = timers.peek(); next != null && next.atNanos() <= until; next = timers.peek()) {
      timers.poll();
      nowNanos = Math.max(nowNanos, next.atNanos());
      run(next.task());
    }
    nowNanos = until;
  }

  /** Timers that are set and have not fired. */
  public int pending() {
    return timers.size();
  }

  private record Due(long atNanos, long order, Runnable task) {
    @Override
    public boolean equals(Object other) {
      return this == other; // two timers are never the same timer
    }

    @Override
    public int hashCode() {
      return Long.hashCode(order);
    }
  }
}
