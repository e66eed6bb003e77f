package org.cordboard.dialog.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;

/**
 * One thread that writes the ledgers of the calls that hash to it, in order: it takes all that
 * waits and sends it in one pipeline. While the store does not answer it keeps what it holds and
 * tries again, with growing pauses.
 */
final class WriterLane implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WriterLane.class);
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

  /** Something to write. */
  sealed interface Work {
    /** An entry of a call. */
    record Append(StreamWriter writer, LedgerEntry entry) implements Work {}

    /** Commands that may be sent twice, after the entries before them. */
    record Index(Consumer<Pipeline> commands) implements Work {}

    /** Nothing more comes. */
    record End() implements Work {}
  }

  private final BlockingQueue<Work> queue;
  private final LaneBatch batches;
  private final LedgerSettings settings;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean down;

  WriterLane(String name, RedisClient redis, LedgerSettings settings) {
    this.settings = settings;
    this.queue = new LinkedBlockingQueue<>(settings.waitingEntries());
    this.batches = new LaneBatch(redis);
    this.thread = new Thread(this::write, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** False when too much waits already. Any thread. */
  boolean offer(Work work) {
    return queue.offer(work);
  }

  /** True from a failure, or a suspicion of one, until the next success. */
  boolean down() {
    return down;
  }

  /** An entry has waited too long. */
  void suspect() {
    down = true;
  }

  private void write() {
    List<Work> held = new ArrayList<>();
    Duration pause = settings.retryAfter();
    try {
      while (true) {
        if (held.isEmpty()) {
          held.add(queue.take());
        }
        queue.drainTo(held, Math.max(0, settings.batchEntries() - held.size()));
        boolean end = held.removeIf(Work.End.class::isInstance);
        List<Work> left = batches.send(held);
        noteDown(!left.isEmpty());
        boolean some = left.size() < held.size();
        held = new ArrayList<>(left);
        if (end || (!left.isEmpty() && closing.getCount() == 0)) {
          break;
        }
        if (left.isEmpty()) {
          pause = settings.retryAfter();
        } else {
          closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
          pause = some ? settings.retryAfter() : longer(pause);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    int lost = held.size() + queue.size();
    if (lost > 0) {
      log.warn("the store did not answer before the end: {} ledger writes are lost", lost);
    }
  }

  private void noteDown(boolean now) {
    if (down != now) {
      down = now;
      log.info(now ? "ledger store: no answer, keeping entries" : "ledger store: answering");
    }
  }

  private Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(settings.retryAtMost()) > 0 ? settings.retryAtMost() : twice;
  }

  /** Writes what waits, if the store answers, and ends the thread. */
  @Override
  public void close() {
    closing.countDown();
    if (!queue.offer(new Work.End())) {
      thread.interrupt(); // full to the brim: the store has been gone for long
    }
    try {
      thread.join(CLOSE_WAIT.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
