package org.cordboard.speech.node;

import java.time.Duration;

/**
 * How long to wait before trying again: twice as long each time, up to a limit. Pure but for
 * itself.
 */
final class Backoff {
  private final Duration first;
  private final Duration most;
  private Duration next;

  Backoff(Duration first, Duration most) {
    this.first = first;
    this.most = most;
    this.next = first;
  }

  /** The wait before the next attempt. */
  Duration next() {
    Duration now = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(most) > 0 ? most : doubled;
    return now;
  }

  /** It has worked: the next wait is the first again. */
  void reset() {
    next = first;
  }
}
