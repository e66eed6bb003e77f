package org.cordboard.speech.google;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;

/**
 * A loop that is the test's own thread, in virtual time, to which the threads of real sockets post.
 * While it waits for them, time passes in steps, so that timers fire.
 */
final class TestLoop implements Loop {
  private static final Duration STEP = Duration.ofMillis(20);
  private static final long PATIENCE_S = 30;

  private final ManualClock clock = new ManualClock();
  private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
  private final Thread owner = Thread.currentThread();

  @Override
  public void run(Runnable task) {
    if (Thread.currentThread() == owner) {
      task.run();
    } else {
      posted.add(task);
    }
  }

  @Override
  public void assertOn() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("not on the test's loop");
    }
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** Moves time on. */
  void advance(Duration span) {
    clock.advance(span);
  }

  /** Runs what is posted, without waiting. */
  void drain() {
    for (Runnable task = posted.poll(); task != null; task = posted.poll()) {
      task.run();
    }
  }

  /** Runs what is posted, and lets time pass, until {@code reached}. */
  void until(BooleanSupplier reached, String what) throws InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!reached.getAsBoolean()) {
      Runnable task = posted.poll(5, TimeUnit.MILLISECONDS);
      if (task != null) {
        task.run();
      } else {
        clock.advance(STEP);
      }
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("waited in vain for " + what);
      }
    }
  }
}
