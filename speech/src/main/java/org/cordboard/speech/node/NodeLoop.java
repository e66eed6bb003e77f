package org.cordboard.speech.node;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;

/**
 * The one event loop of a node, or of a node's client, with the time of a clock given. Timers keep
 * milliseconds. Owns its Vert.x.
 */
final class NodeLoop implements Loop, Clock, AutoCloseable {
  private final Vertx vertx;
  private final ContextInternal context;
  private final Clock time;

  NodeLoop(Clock time) {
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2) // names are looked up and PEM files read there
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    this.context = ((VertxInternal) vertx).createEventLoopContext();
    this.time = time;
  }

  Vertx vertx() {
    return vertx;
  }

  @Override
  public void run(Runnable task) {
    if (context.inThread()) {
      task.run();
      return;
    }
    try {
      context.runOnContext(ignored -> task.run());
    } catch (RejectedExecutionException closed) {
      throw new IllegalStateException("the loop is closed", closed);
    }
  }

  @Override
  public void assertOn() {
    if (!context.inThread()) {
      throw new IllegalStateException("not on the loop: " + Thread.currentThread().getName());
    }
  }

  @Override
  public Clock clock() {
    return this;
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    Pending pending = new Pending(task);
    long millis = Math.max(1, (delay.toNanos() + 999_999) / 1_000_000);
    long id = context.setTimer(millis, fired -> pending.run());
    return () -> {
      pending.dropped = true;
      vertx.cancelTimer(id);
    };
  }

  /** Ends the loop and everything that was opened on it; waits for neither. */
  @Override
  public void close() {
    vertx.close();
  }

  /** A timer's task: dropped, it does not run even when its turn has come. */
  private static final class Pending implements Runnable {
    private final Runnable task;
    private volatile boolean dropped;

    Pending(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (!dropped) {
        task.run();
      }
    }
  }
}
