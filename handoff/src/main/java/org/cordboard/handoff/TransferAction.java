package org.cordboard.handoff;

import java.util.Set;

/** What the coordinator wants done, in order. */
sealed interface TransferAction {

  /** Put this on the ledger. */
  record Note(HandoffEvent event) implements TransferAction {}

  /** Put this on the ledger; what follows waits for the store. */
  record Barrier(HandoffEvent event) implements TransferAction {}

  /** Find and reserve a person for this offer. */
  record Find(String offer, String skill, Set<String> asked) implements TransferAction {}

  /** Ring them. */
  record Dial(String offer, TransferTarget target) implements TransferAction {}

  /** Tell a leg what to do next. */
  record Answer(String offer, LegScript script) implements TransferAction {}

  /** End a leg. */
  record EndLeg(String legSid) implements TransferAction {}

  /** Give a person back to the desk. */
  record Release(String agent, String offer) implements TransferAction {}

  /** Put the caller into the room, when the AI's sentence has been heard. */
  record MoveCaller(String name, String room) implements TransferAction {}

  /** Bring the caller back to the AI. */
  record ReturnCaller() implements TransferAction {}

  /** A person is being rung. */
  record TellTransferring(String name) implements TransferAction {}

  /** Caller and person talk. */
  record TellBridged(String name) implements TransferAction {}

  /** The caller is, or is about to be, with the AI again. */
  record TellReturned(String reason) implements TransferAction {}

  /** The transfer is over because the caller has left. */
  record TellEnded() implements TransferAction {}
}
