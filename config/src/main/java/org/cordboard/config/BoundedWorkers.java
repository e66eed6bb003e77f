package org.cordboard.config;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link Workers} on real threads: a fixed number of daemon threads behind a bounded queue. */
public final class BoundedWorkers implements Workers {
  private static final Logger log = LoggerFactory.getLogger(BoundedWorkers.class);
  private static final int CLOSE_WAIT_S = 5;

  private final String name;
  private final ThreadPoolExecutor pool;
  private final AtomicInteger backlog = new AtomicInteger();

  /**
   * Starts the pool.
   *
   * @param name prefix of the thread names
   * @param threads how many tasks run at once; one makes a serial lane
   * @param queue how many more may wait
   */
  public BoundedWorkers(String name, int threads, int queue) {
    this.name = name;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            task -> {
              Thread thread = new Thread(task, name + "-" + number.getAndIncrement());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public <T> void submit(Callable<T> task, Loop loop, Completion<T> completion) {
    backlog.incrementAndGet();
    try {
      pool.execute(() -> perform(task, loop, completion));
    } catch (RejectedExecutionException full) {
      backlog.decrementAndGet();
      RejectedExecutionException named =
          new RejectedExecutionException("workers '" + name + "' are full or closed", full);
      loop.run(() -> completion.failed(named));
    }
  }

  private <T> void perform(Callable<T> task, Loop loop, Completion<T> completion) {
    Runnable outcome;
    try {
      T value = task.call();
      outcome = () -> completion.done(value);
    } catch (Throwable failure) { // whatever went wrong belongs to the one who asked
      outcome = () -> completion.failed(failure);
    } finally {
      backlog.decrementAndGet();
    }
    try {
      loop.run(outcome);
    } catch (RuntimeException gone) {
      log.warn("a result of workers '{}' found its loop closed", name);
    }
  }

  @Override
  public int backlog() {
    return backlog.get();
  }

  @Override
  public void close() {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(CLOSE_WAIT_S, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
