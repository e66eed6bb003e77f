package org.cordboard.gateway.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerStore;

/** A store that holds what a test puts into it; only reading is needed here. */
final class MemoryStore implements LedgerStore {
  final Map<CallId, List<LedgerEntry>> ledgers = new LinkedHashMap<>();
  boolean away;

  @Override
  public CallLedger open(CallId call, Loop loop) {
    throw new IllegalStateException("the console opens no ledgers");
  }

  @Override
  public void resume(CallId call, Loop loop, Completion<CallLedger> then) {
    loop.run(() -> then.failed(new IllegalStateException("the console resumes no calls")));
  }

  @Override
  public void read(CallId call, Loop loop, Completion<List<LedgerEntry>> then) {
    answer(loop, then, ledgers.getOrDefault(call, List.of()));
  }

  @Override
  public void live(Loop loop, Completion<List<CallId>> then) {
    answer(loop, then, List.of());
  }

  @Override
  public void ended(int limit, Loop loop, Completion<List<CallId>> then) {
    List<CallId> newest = new ArrayList<>(ledgers.keySet());
    java.util.Collections.reverse(newest);
    answer(loop, then, newest);
  }

  private <T> void answer(Loop loop, Completion<T> then, T value) {
    if (away) {
      loop.run(() -> then.failed(new IllegalStateException("the store is away")));
    } else {
      loop.run(() -> then.done(value));
    }
  }

  @Override
  public void ended(CallId call) {
    ledgers.putIfAbsent(call, List.of());
  }

  @Override
  public boolean degraded() {
    return away;
  }

  @Override
  public void close() {}
}
