package org.cordboard.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.RejectedExecutionException;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;

/**
 * A {@link Loop} over one Vert.x event-loop context. Two contexts may share an event-loop thread;
 * then each counts as being on the other's loop, which keeps the promise of one thread at a time.
 * Any thread may call it.
 */
public final class VertxLoop implements Loop {
  private final ContextInternal context;
  private final VertxClock clock;

  /** The loop of {@code context}, which must be an event-loop context. */
  public VertxLoop(Context context) {
    if (!context.isEventLoopContext()) {
      throw new IllegalArgumentException("a call's loop needs an event-loop context");
    }
    this.context = (ContextInternal) context;
    this.clock = new VertxClock(this.context);
  }

  @Override
  public void run(Runnable task) {
    if (context.inThread()) {
      task.run();
      return;
    }
    afterwards(task);
  }

  @Override
  public void afterwards(Runnable task) {
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
    return clock;
  }

  /** The context beneath, for what is opened on this loop: clients, sockets. */
  public Context context() {
    return context;
  }
}
