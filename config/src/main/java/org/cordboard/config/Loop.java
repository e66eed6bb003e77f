package org.cordboard.config;

import java.time.Duration;

/**
 * The one thread of control that owns some state, such as a call's. Whatever belongs to the owner
 * is touched on its loop only, so there are no locks.
 */
public interface Loop {

  /**
   * Runs {@code task} on this loop: at once if the caller is on it already, else posted in order.
   */
  void run(Runnable task);

  /**
   * Runs {@code task} on this loop after the events at hand, so that it can deal with what they
   * leave in one go. On the loop.
   */
  default void afterwards(Runnable task) {
    clock().after(Duration.ZERO, task);
  }

  /** Throws {@link IllegalStateException} unless the current thread is on this loop. */
  void assertOn();

  /** The clock whose timers fire on this loop. */
  Clock clock();
}
