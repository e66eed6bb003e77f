package org.cordboard.sim;

import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.time.Instant;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.config.SystemClock;

/**
 * The simulator's one loop: a Vert.x context, so that sockets report on it without a hop, with the
 * machine's clock whose timers are posted to it.
 */
final class SimLoop implements Loop, Clock, AutoCloseable {
  private final ContextInternal context;
  private final SystemClock time = new SystemClock("sim-time");
  private volatile boolean closed;

  SimLoop(Vertx vertx) {
    this.context = ((VertxInternal) vertx).createEventLoopContext();
  }

  @Override
  public void run(Runnable task) {
    if (onLoop()) {
      task.run();
    } else {
      context.runOnContext(ignored -> task.run());
    }
  }

  /** Requests and sockets run on duplicates of the one context. */
  private boolean onLoop() {
    ContextInternal current = ContextInternal.current();
    return current != null && current.unwrap() == context && current.inThread();
  }

  @Override
  public void assertOn() {
    if (!onLoop()) {
      throw new IllegalStateException("not on the simulator's loop");
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
    if (closed) {
      return () -> {}; // nobody is left to be told
    }
    Posted posted = new Posted(task);
    Timer timer = time.after(delay, () -> context.runOnContext(ignored -> fire(posted)));
    return () -> {
      posted.dropped = true;
      timer.cancel();
    };
  }

  private void fire(Posted posted) {
    if (!posted.dropped && !closed) {
      posted.task.run();
    }
  }

  @Override
  public void close() {
    closed = true;
    time.close();
  }

  /** A timer's task between its firing and its turn on the loop; touched on the loop only. */
  private static final class Posted {
    private final Runnable task;
    private boolean dropped;

    Posted(Runnable task) {
      this.task = task;
    }
  }
}
