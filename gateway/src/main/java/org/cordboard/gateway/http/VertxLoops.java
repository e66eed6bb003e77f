package org.cordboard.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The loops that calls live on, dealt round-robin: one for each event-loop thread asked for. */
public final class VertxLoops {
  private final List<VertxLoop> loops;
  private final AtomicInteger next = new AtomicInteger();

  private VertxLoops(List<VertxLoop> loops) {
    this.loops = List.copyOf(loops);
  }

  /** Makes {@code count} loops, at least one, on {@code vertx}'s event-loop threads. */
  public static VertxLoops of(Vertx vertx, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least one loop is needed, not " + count);
    }
    List<VertxLoop> loops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      loops.add(new VertxLoop(((VertxInternal) vertx).createEventLoopContext()));
    }
    return new VertxLoops(loops);
  }

  /** The loop for the next call; any thread. */
  public VertxLoop next() {
    return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
  }

  /** All of them, in a fixed order. */
  public List<VertxLoop> all() {
    return loops;
  }
}
