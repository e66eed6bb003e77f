package org.cordboard.sim.carrier;

import java.time.Duration;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulator's 20 ms beat, on an absolute schedule: a late tick does not delay the next. After a
 * hold-up it catches up a few ticks at a time; what is more than {@link #MAX_BEHIND} late is given
 * up and counted, as a stopped machine's audio is.
 */
final class MediaClock {
  private static final Logger log = LoggerFactory.getLogger(MediaClock.class);
  static final long TICK_NANOS = 20_000_000; // 20 ms
  private static final int AT_ONCE = 4; // ticks in one go, so that sockets get their turn
  private static final Duration MAX_BEHIND = Duration.ofSeconds(2);

  private final Loop loop;
  private final Runnable tick;
  private Clock.Timer timer = () -> {};
  private long dueNanos;
  private long skipped;
  private boolean running;

  MediaClock(Loop loop, Runnable tick) {
    this.loop = loop;
    this.tick = tick;
  }

  void start() {
    if (!running) {
      running = true;
      dueNanos = loop.clock().nanos() + TICK_NANOS;
      schedule();
    }
  }

  void stop() {
    running = false;
    timer.cancel();
  }

  boolean running() {
    return running;
  }

  /** Ticks that were given up. */
  long skipped() {
    return skipped;
  }

  private void schedule() {
    timer = loop.clock().after(Duration.ofNanos(dueNanos - loop.clock().nanos()), this::catchUp);
  }

  private void catchUp() {
    long behind = loop.clock().nanos() - dueNanos;
    if (behind > MAX_BEHIND.toNanos()) {
      long lost = behind / TICK_NANOS;
      skipped += lost;
      dueNanos += lost * TICK_NANOS;
      log.warn("the simulator stood still: {} frames of 20 ms were skipped", lost);
    }
    for (int i = 0; i < AT_ONCE && running && loop.clock().nanos() >= dueNanos; i++) {
      dueNanos += TICK_NANOS;
      tick.run();
    }
    if (running) {
      schedule();
    }
  }
}
