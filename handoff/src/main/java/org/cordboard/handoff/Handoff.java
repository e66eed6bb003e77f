package org.cordboard.handoff;

import org.cordboard.config.Loop;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerCodec;

/**
 * What transfers need of the outside; one per process. Opens a {@link TransferDriver} for each
 * call. Immutable; any thread.
 *
 * @param desk knows the people
 * @param codec reads the ledger for briefs and resumes; {@link HandoffEvent} must be registered
 * @param settings the section {@code handoff}
 */
public record Handoff(AgentDesk desk, LedgerCodec codec, HandoffSettings settings) {

  /**
   * The driver of a call's transfers; to be used on {@code loop} only, where {@code control}
   * answers.
   */
  public TransferDriver forCall(
      CallControl control, CallLedger ledger, Loop loop, TransferListener listener) {
    return new TransferDriver(this, control, ledger, loop, listener);
  }
}
