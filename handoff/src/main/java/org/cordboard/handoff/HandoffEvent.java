package org.cordboard.handoff;

import org.cordboard.dialog.ledger.LedgerEvent;

/** What a transfer puts on the ledger. */
public sealed interface HandoffEvent extends LedgerEvent {

  /** A transfer began. Barrier. */
  record TransferStarted(String transfer, String rule, String reason, boolean first, String skill)
      implements HandoffEvent {}

  /** The brief as the person gets it. */
  record BriefPrepared(String transfer, Brief brief) implements HandoffEvent {}

  /** A person is about to be dialled. Barrier: a resume that finds no SID does not redial. */
  record DialIntended(String transfer, String offer, String agent, String name)
      implements HandoffEvent {}

  /** The carrier took the dial. */
  record LegDialed(String offer, String legSid) implements HandoffEvent {}

  /** An offer moved on. */
  record OfferChanged(String offer, OfferState state, String detail) implements HandoffEvent {}

  /** The transfer moved on. Barrier. */
  record TransferChanged(String transfer, TransferState state, String detail)
      implements HandoffEvent {}
}
