package org.cordboard.config;

import java.util.concurrent.Callable;

/**
 * A named, bounded pool for blocking work: native recognisers, stores, remote APIs, models. Results
 * come back as an event on the loop given at the start; a full pool answers the same way, with a
 * {@link java.util.concurrent.RejectedExecutionException} as the failure.
 */
public interface Workers extends AutoCloseable {

  /** The pool's name, as it appears in thread names and metrics. */
  String name();

  /** Runs {@code task} on a worker, then {@code completion} on {@code loop}, exactly once. */
  <T> void submit(Callable<T> task, Loop loop, Completion<T> completion);

  /** Tasks accepted and not yet finished. */
  int backlog();

  /** Stops taking tasks and waits a bounded time for the accepted ones. */
  @Override
  void close();
}
