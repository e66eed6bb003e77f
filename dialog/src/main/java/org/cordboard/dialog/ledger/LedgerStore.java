package org.cordboard.dialog.ledger;

import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;

/**
 * Where ledgers are kept; one per process. Blocking work is done on writer lanes and workers of its
 * own.
 */
public interface LedgerStore extends AutoCloseable {

  /** A ledger for a call that begins now. */
  CallLedger open(CallId call, Loop loop);

  /**
   * The ledger of a call that another process, or this one before a restart, has written: its
   * entries are read, and numbering goes on after them. Fails when the call is unknown.
   */
  void resume(CallId call, Loop loop, Completion<CallLedger> then);

  /** The entries of any call, live or ended. */
  void read(CallId call, Loop loop, Completion<List<LedgerEntry>> then);

  /** Calls that have begun and have no outcome, whoever owns them. */
  void live(Loop loop, Completion<List<CallId>> then);

  /** The latest calls that have ended, newest first. */
  void ended(int limit, Loop loop, Completion<List<CallId>> then);

  /** Marks a call as ended in the index; to be called when its outcome is on the ledger. */
  void ended(CallId call);

  /** True while the store does not answer. */
  boolean degraded();

  @Override
  void close();
}
