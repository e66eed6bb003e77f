package org.cordboard.dialog.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LedgerStore} in this process's memory alone, for tests and simulations on one loop. Can
 * be told to behave as if the store were gone or another process had taken a call.
 */
public final class MemoryLedgerStore implements LedgerStore {
  private static final int MOST_ENTRIES = 100_000;

  private record Kept(LedgerLog log, MemoryLedger ledger) {}

  private final LedgerCodec codec;
  private final Map<CallId, Kept> calls = new LinkedHashMap<>();
  private final ArrayDeque<CallId> ended = new ArrayDeque<>();
  private boolean degraded;

  /** An empty store of the events that {@code codec} knows. */
  public MemoryLedgerStore(LedgerCodec codec) {
    this.codec = codec;
  }

  @Override
  public CallLedger open(CallId call, Loop loop) {
    return ledger(call, loop, List.of());
  }

  private MemoryLedger ledger(CallId call, Loop loop, List<LedgerEntry> earlier) {
    LedgerLog log = new LedgerLog(codec, MOST_ENTRIES);
    log.restore(earlier);
    MemoryLedger ledger = new MemoryLedger(call, loop, log, degraded);
    calls.put(call, new Kept(log, ledger));
    return ledger;
  }

  /** As from another process: a ledger of the same call that is still open is fenced off. */
  @Override
  public void resume(CallId call, Loop loop, Completion<CallLedger> then) {
    Kept kept = calls.get(call);
    if (kept == null) {
      loop.run(() -> then.failed(unknown(call)));
      return;
    }
    kept.ledger().fence();
    MemoryLedger next = ledger(call, loop, kept.log().entries());
    loop.run(() -> then.done(next));
  }

  @Override
  public void read(CallId call, Loop loop, Completion<List<LedgerEntry>> then) {
    Kept kept = calls.get(call);
    if (kept == null) {
      loop.run(() -> then.failed(unknown(call)));
    } else {
      List<LedgerEntry> entries = kept.log().entries();
      loop.run(() -> then.done(entries));
    }
  }

  static NoSuchElementException unknown(CallId call) {
    return new NoSuchElementException("no ledger of call " + call + " is kept");
  }

  @Override
  public void live(Loop loop, Completion<List<CallId>> then) {
    List<CallId> live = calls.keySet().stream().filter(call -> !ended.contains(call)).toList();
    loop.run(() -> then.done(live));
  }

  @Override
  public void ended(int limit, Loop loop, Completion<List<CallId>> then) {
    List<CallId> latest = ended.stream().limit(limit).toList();
    loop.run(() -> then.done(latest));
  }

  @Override
  public void ended(CallId call) {
    ended.remove(call);
    ended.addFirst(call);
  }

  @Override
  public boolean degraded() {
    return degraded;
  }

  /** From now on the store does not answer, or answers again. */
  public void degrade(boolean now) {
    degraded = now;
    new ArrayList<>(calls.values()).forEach(kept -> kept.ledger().degrade(now));
  }

  /** From now on another process owns {@code call}. */
  public void fence(CallId call) {
    @Nullable Kept kept = calls.get(call);
    if (kept != null) {
      kept.ledger().fence();
    }
  }

  @Override
  public void close() {
    calls.clear();
  }
}
