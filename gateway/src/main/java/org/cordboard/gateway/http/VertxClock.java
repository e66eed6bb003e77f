package org.cordboard.gateway.http;

import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.Clock;

/**
 * The machine's clock with timers on a Vert.x event loop: the twin of {@link
 * org.cordboard.config.SystemClock}. Timers keep nanoseconds (Vert.x's own round to milliseconds,
 * too coarse to pace 20 ms frames without drift).
 */
final class VertxClock implements Clock {
  private final ContextInternal context;

  VertxClock(ContextInternal context) {
    this.context = context;
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
    Pending pending = new Pending(task);
    try {
      pending.future =
          context
              .nettyEventLoop()
              .schedule(
                  () -> context.dispatch(pending),
                  Math.max(0, delay.toNanos()),
                  TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      throw new IllegalStateException("the loop is closed", closed);
    }
    return pending;
  }

  /** Once cancelled it does not run, even when its turn has come already. */
  private static final class Pending implements Runnable, Timer {
    private final Runnable task;
    private volatile boolean cancelled;
    private volatile @org.jspecify.annotations.Nullable ScheduledFuture<?> future;

    Pending(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (!cancelled) {
        task.run();
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      ScheduledFuture<?> scheduled = future;
      if (scheduled != null) {
        scheduled.cancel(false);
      }
    }
  }
}
