package org.cordboard.dialog.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;

/**
 * A {@link CallLedger} in a Redis Stream: entry {@code n} has the id {@code n-0}. Entries go to the
 * call's writer lane at once; what the lane learns comes back on the loop. An entry that is not
 * acknowledged in time makes the ledger degraded until all are.
 */
final class RedisLedger implements CallLedger, StreamWriter.Listener {
  private final CallId call;
  private final Loop loop;
  private final LedgerLog log;
  private final WriterLane lane;
  private final StreamWriter writer;
  private final Duration patience;

  private final ArrayDeque<Barrier> barriers = new ArrayDeque<>();
  private final List<Consumer<Boolean>> watchers = new ArrayList<>();
  private final List<Runnable> hooks = new ArrayList<>();
  private long acknowledged;
  private long unsentFrom; // 0: the lane has taken all
  private boolean watched; // a timer looks after the oldest entry
  private boolean degraded;
  private boolean fenced;
  private boolean closed;

  private record Barrier(long sequence, Consumer<Commit> then) {}

  RedisLedger(
      CallId call, Loop loop, LedgerLog log, WriterLane lane, LaneRoute route, Duration patience) {
    this.call = call;
    this.loop = loop;
    this.log = log;
    this.lane = lane;
    this.patience = patience;
    this.acknowledged = log.last();
    this.writer = new StreamWriter(route.key(), route.owner(), loop, this);
  }

  /** Where a call's entries go, and as whose. */
  record LaneRoute(String key, String owner) {}

  @Override
  public CallId call() {
    return call;
  }

  @Override
  public LedgerEntry append(LedgerEvent event) {
    LedgerEntry entry = write(event);
    if (!watched && !degraded && !fenced) {
      watched = true;
      clock().after(patience, () -> overdue(entry.sequence()));
    }
    log.tell(entry);
    return entry;
  }

  private LedgerEntry write(LedgerEvent event) {
    loop.assertOn();
    if (closed) {
      throw new IllegalStateException("the ledger of call " + call + " is closed");
    }
    LedgerEntry entry = log.add(clock().now(), event);
    if (!fenced && unsentFrom == 0 && !lane.offer(new WriterLane.Work.Append(writer, entry))) {
      unsentFrom = entry.sequence();
      clock().after(patience, this::sendLater);
    }
    return entry;
  }

  private void overdue(long sequence) {
    watched = false;
    if (acknowledged < sequence) {
      degrade(true);
    }
  }

  @Override
  public LedgerEntry commit(LedgerEvent event, Consumer<Commit> then) {
    LedgerEntry entry = write(event);
    await(entry.sequence(), then);
    log.tell(entry);
    return entry;
  }

  private void await(long sequence, Consumer<Commit> then) {
    if (fenced || degraded) {
      Commit commit = fenced ? Commit.FENCED : Commit.MEMORY;
      clock().after(Duration.ZERO, () -> then.accept(commit));
      return;
    }
    Barrier barrier = new Barrier(sequence, then);
    barriers.add(barrier);
    clock().after(patience, () -> late(barrier));
  }

  private void late(Barrier barrier) {
    if (barriers.removeIf(waiting -> waiting == barrier)) {
      degrade(true);
      barrier.then().accept(Commit.MEMORY);
    }
  }

  @Override
  public void acknowledged(long sequence) {
    acknowledged = Math.max(acknowledged, sequence);
    if (unsentFrom > 0 && acknowledged >= unsentFrom - 1) {
      sendAgain();
    }
    if (acknowledged >= log.last()) {
      degrade(false);
    }
    while (!barriers.isEmpty() && barriers.element().sequence() <= acknowledged) {
      barriers.remove().then().accept(Commit.DURABLE);
    }
  }

  /** The lane may be full of other calls' entries: then no acknowledgement of ours calls. */
  private void sendLater() {
    if (unsentFrom > 0) {
      sendAgain();
      clock().after(patience, this::sendLater);
    }
  }

  /** The lane was full for a while: what it did not take is offered again, in order. */
  private void sendAgain() {
    long from = unsentFrom;
    unsentFrom = 0;
    for (LedgerEntry entry : log.from(from)) {
      if (!lane.offer(new WriterLane.Work.Append(writer, entry))) {
        unsentFrom = entry.sequence();
        return;
      }
    }
  }

  @Override
  public void fenced() {
    if (fenced) {
      return;
    }
    fenced = true;
    while (!barriers.isEmpty()) {
      barriers.remove().then().accept(Commit.FENCED);
    }
    List.copyOf(hooks).forEach(Runnable::run);
  }

  private void degrade(boolean now) {
    if (degraded == now || fenced) {
      return;
    }
    degraded = now;
    if (now) {
      lane.suspect();
    }
    List.copyOf(watchers).forEach(watcher -> watcher.accept(now));
  }

  @Override
  public List<LedgerEntry> entries() {
    return log.entries();
  }

  @Override
  public void follow(Consumer<LedgerEntry> reader) {
    log.follow(reader);
  }

  @Override
  public boolean degraded() {
    return degraded;
  }

  @Override
  public void watch(Consumer<Boolean> watcher) {
    watchers.add(watcher);
  }

  @Override
  public void whenFenced(Runnable hook) {
    hooks.add(hook);
  }

  @Override
  public void close(Runnable then) {
    loop.assertOn();
    closed = true;
    if (acknowledged >= log.last()) {
      clock().after(Duration.ZERO, then);
    } else {
      await(log.last(), commit -> then.run());
    }
  }

  private Clock clock() {
    return loop.clock();
  }
}
