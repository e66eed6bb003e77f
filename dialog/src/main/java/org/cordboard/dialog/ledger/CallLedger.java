package org.cordboard.dialog.ledger;

import java.util.List;
import java.util.function.Consumer;
import org.cordboard.dialog.CallId;

/**
 * The ordered record of one call, written on the call's loop. Entries are numbered here; they reach
 * the store in that order.
 */
public interface CallLedger {

  /** Whose ledger it is. */
  CallId call();

  /** Appends without waiting; the next barrier flushes it. Returns the entry as numbered. */
  LedgerEntry append(LedgerEvent event);

  /**
   * Appends and calls {@code then} on the loop, once: when the store has acknowledged this entry
   * and all before it, or when it has not within the configured time.
   */
  LedgerEntry commit(LedgerEvent event, Consumer<Commit> then);

  /**
   * Every entry so far, oldest first, those of an earlier owner included; bounded by memory policy.
   */
  List<LedgerEntry> entries();

  /** Tells {@code reader} of every later entry, on the loop, as it is appended. */
  void follow(Consumer<LedgerEntry> reader);

  /**
   * True while the store does not answer: entries are kept in memory and appended on its return.
   */
  boolean degraded();

  /** Tells {@code watcher} when {@link #degraded} changes, on the loop. */
  void watch(Consumer<Boolean> watcher);

  /**
   * Runs {@code hook} on the loop, once, when the store has refused an entry because another
   * process owns the call. A ledger that nobody else can write never runs it.
   */
  default void whenFenced(Runnable hook) {}

  /** Flushes, then runs {@code then} on the loop; nothing may be appended afterwards. */
  void close(Runnable then);
}
