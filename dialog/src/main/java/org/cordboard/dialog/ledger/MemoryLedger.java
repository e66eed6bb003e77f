package org.cordboard.dialog.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;

/** A {@link CallLedger} in this process's memory alone, made by {@link MemoryLedgerStore}. */
final class MemoryLedger implements CallLedger {
  private final CallId call;
  private final Loop loop;
  private final LedgerLog log;
  private final List<Consumer<Boolean>> watchers = new ArrayList<>();
  private final List<Runnable> hooks = new ArrayList<>();
  private boolean degraded;
  private boolean fenced;
  private boolean closed;

  MemoryLedger(CallId call, Loop loop, LedgerLog log, boolean degraded) {
    this.call = call;
    this.loop = loop;
    this.log = log;
    this.degraded = degraded;
  }

  @Override
  public CallId call() {
    return call;
  }

  @Override
  public LedgerEntry append(LedgerEvent event) {
    loop.assertOn();
    if (closed) {
      throw new IllegalStateException("the ledger of call " + call + " is closed");
    }
    LedgerEntry entry = log.add(loop.clock().now(), event);
    log.tell(entry);
    return entry;
  }

  @Override
  public LedgerEntry commit(LedgerEvent event, Consumer<Commit> then) {
    LedgerEntry entry = append(event);
    Commit commit = fenced ? Commit.FENCED : degraded ? Commit.MEMORY : Commit.DURABLE;
    loop.run(() -> then.accept(commit));
    return entry;
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
    closed = true;
    loop.run(then);
  }

  void degrade(boolean now) {
    if (degraded != now) {
      degraded = now;
      watchers.forEach(watcher -> watcher.accept(now));
    }
  }

  void fence() {
    if (!fenced) {
      fenced = true;
      hooks.forEach(Runnable::run);
    }
  }
}
