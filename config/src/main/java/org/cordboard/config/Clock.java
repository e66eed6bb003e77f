package org.cordboard.config;

import java.time.Duration;
import java.time.Instant;

/**
 * A source of time and of one-shot timers. Everything that needs the time is handed one; only
 * {@link SystemClock} and its Vert.x twin read the machine's clock.
 *
 * <p>Timers of a {@link Loop}'s clock fire on that loop. A timer that has been cancelled before it
 * ran never runs, when it is cancelled on the loop it would fire on.
 */
public interface Clock {

  /** The wall-clock time, for records that people read. */
  Instant now();

  /** Nanoseconds from an arbitrary origin, for measuring; never goes back. */
  long nanos();

  /** Runs {@code task} once, {@code delay} from now; a zero or negative delay means "soon". */
  Timer after(Duration delay, Runnable task);

  /** A pending one-shot timer. */
  interface Timer {
    /** Drops the timer; harmless when it has fired or was cancelled before. */
    void cancel();
  }
}
