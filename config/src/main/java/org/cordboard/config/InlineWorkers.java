package org.cordboard.config;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * {@link Workers} without threads, for virtual time: a task runs on the loop {@code before} its
 * submission has aged, and its result is delivered {@code after} that.
 */
public final class InlineWorkers implements Workers {
  private final String name;
  private final Duration before;
  private final Duration after;
  private int backlog;

  /** Workers whose tasks take no time at all. */
  public InlineWorkers(String name) {
    this(name, Duration.ZERO, Duration.ZERO);
  }

  /** Workers whose tasks run {@code before} after submission and answer {@code after} later. */
  public InlineWorkers(String name, Duration before, Duration after) {
    this.name = name;
    this.before = before;
    this.after = after;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public <T> void submit(Callable<T> task, Loop loop, Completion<T> completion) {
    backlog++;
    later(loop, before, () -> perform(task, loop, completion));
  }

  private <T> void perform(Callable<T> task, Loop loop, Completion<T> completion) {
    Runnable outcome;
    try {
      T value = task.call();
      outcome = () -> completion.done(value);
    } catch (Exception | LinkageError failure) {
      outcome = () -> completion.failed(failure);
    }
    Runnable deliver = outcome;
    later(
        loop,
        after,
        () -> {
          backlog--;
          deliver.run();
        });
  }

  private static void later(Loop loop, Duration delay, Runnable task) {
    if (delay.isZero()) {
      loop.run(task);
    } else {
      loop.clock().after(delay, task);
    }
  }

  @Override
  public int backlog() {
    return backlog;
  }

  @Override
  public void close() {
    // nothing to stop
  }
}
