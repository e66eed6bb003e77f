package org.cordboard.gateway.console;

import java.time.Instant;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.LedgerEntry;

/**
 * What a call tells those who watch it. The ledger's entries carry all that lasts; the others are
 * transient: they reach the feed and nothing else. See {@code package-info} for the JSON that they
 * become.
 */
public sealed interface SupervisorEvent {

  /** The call that it is about. */
  CallId call();

  /** A call began, or goes on here after a restart; {@code to} is the number dialled. */
  record CallStarted(CallId call, String to, Instant at) implements SupervisorEvent {}

  /** The call moved to another phase, by the name of its {@code CallPhase}. */
  record PhaseChanged(CallId call, String phase) implements SupervisorEvent {}

  /** The floor changed hands, by the name of its {@code Floor}. */
  record FloorChanged(CallId call, String floor) implements SupervisorEvent {}

  /** The ledger has one more entry. */
  record EntryAppended(CallId call, LedgerEntry entry) implements SupervisorEvent {}

  /**
   * Words so far of somebody who is speaking, with all digits masked; empty when nothing came of
   * them.
   *
   * @param who {@code caller} or {@code person}
   */
  record PartialWords(CallId call, String who, String maskedText) implements SupervisorEvent {}

  /** The AI's answer took this long, from the end of the caller's words to its first audio. */
  record ReplyMeasured(CallId call, long replyMs) implements SupervisorEvent {}

  /** The call is over; {@code outcome} is the name of its {@code CallOutcome}. */
  record CallEnded(CallId call, String outcome) implements SupervisorEvent {}
}
