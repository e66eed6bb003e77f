package org.cordboard.dialog;

import java.util.List;
import java.util.Map;
import org.cordboard.dialog.knowledge.Knowledge;
import org.cordboard.dialog.ledger.Commit;
import org.cordboard.dialog.tools.ToolCall;
import org.cordboard.dialog.understanding.TurnReading;

/**
 * What happens to a conversation. Answers to work that was asked for carry the generation of the
 * asking; a later generation makes them stale.
 */
sealed interface ConversationEvent {
  record Started() implements ConversationEvent {}

  record Resumed() implements ConversationEvent {}

  record TurnTaken(CallerTurn turn) implements ConversationEvent {}

  record TurnUnderstood(long generation, TurnReading reading) implements ConversationEvent {}

  record Committed(AfterCommit next, Commit commit) implements ConversationEvent {}

  record PassagesFound(long generation, List<Knowledge.Passage> passages)
      implements ConversationEvent {}

  record ModelText(long generation, String delta) implements ConversationEvent {}

  /** The model's answer is complete; it asks for these tools. */
  record ModelAnswered(long generation, List<ToolRequest> requests) implements ConversationEvent {}

  record ModelFailed(long generation, String how) implements ConversationEvent {}

  /** Nothing has come from the model for the filler's time. */
  record ModelSlow(long generation) implements ConversationEvent {}

  /** A while has gone by in the answer to a turn. */
  record LookedAgain(long turn) implements ConversationEvent {}

  record FactsFound(ToolCall call, long generation, Map<String, String> facts)
      implements ConversationEvent {}

  /** What a tool call is about could not be looked up. */
  record LookUpFailed(ToolCall call, long generation) implements ConversationEvent {}

  record ToolAnswered(
      ToolCall call, long generation, ToolOutcome outcome, Map<String, String> facts)
      implements ConversationEvent {}

  record Interrupted() implements ConversationEvent {}

  record Heard(long prompt, String text, boolean whole) implements ConversationEvent {}

  record Silent(int times) implements ConversationEvent {}

  record NotUnderstood(boolean engineFailed) implements ConversationEvent {}

  record Disturbed() implements ConversationEvent {}

  record Noisy() implements ConversationEvent {}

  record LineChanged(LineState now) implements ConversationEvent {}

  record Degraded(String part) implements ConversationEvent {}

  record Delayed() implements ConversationEvent {}

  record StoreChanged(boolean degraded) implements ConversationEvent {}

  record TransferStarted() implements ConversationEvent {}

  record TransferReturned(String reason) implements ConversationEvent {}

  record Hinted(String text) implements ConversationEvent {}

  record Closed() implements ConversationEvent {}

  /** What is known to have come of a tool call. */
  enum ToolOutcome {
    /** It was done. */
    DONE,
    /** It failed before anything was changed. */
    NOT_DONE,
    /** It failed, and may have been done. */
    IN_DOUBT
  }

  /** A tool that a model asked for, arguments as it wrote them. */
  record ToolRequest(String tool, Map<String, String> arguments) {}
}
