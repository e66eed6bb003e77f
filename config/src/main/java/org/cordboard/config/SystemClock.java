package org.cordboard.config;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The machine's clock with a loop of its own: one daemon thread that runs posted tasks and timers
 * in order. Commands and tests that have no Vert.x loop use it.
 */
public final class SystemClock implements Clock, Loop, AutoCloseable {
  private final ScheduledExecutorService executor;
  private volatile Thread thread;

  /** Starts the loop's thread under {@code name}. */
  public SystemClock(String name) {
    this.thread = Thread.currentThread();
    this.executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread created = new Thread(task, name);
              created.setDaemon(true);
              thread = created;
              return created;
            });
    executor.execute(() -> {}); // brings the thread up, so that assertOn knows it
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Future<?> future = executor.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public void run(Runnable task) {
    if (Thread.currentThread() == thread) {
      task.run();
      return;
    }
    try {
      executor.execute(task);
    } catch (RejectedExecutionException closed) {
      throw new IllegalStateException("the loop is closed", closed);
    }
  }

  @Override
  public void assertOn() {
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("not on the loop: " + Thread.currentThread().getName());
    }
  }

  @Override
  public Clock clock() {
    return this;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
