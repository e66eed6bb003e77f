package org.cordboard.dialog;

import java.time.Duration;
import java.util.Map;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.dialog.model.ModelTask;
import org.cordboard.dialog.tools.ToolCall;

/** What a conversation wants done by its driver, in this order. */
sealed interface ConversationAction {
  /** Append to the ledger without waiting. */
  record Append(LedgerEvent event) implements ConversationAction {}

  /** Append, and come back with {@code next} when it counts. */
  record CommitThen(LedgerEvent event, AfterCommit next) implements ConversationAction {}

  /** Hand this out. */
  record Out(DialogAction action) implements ConversationAction {}

  /** Read a turn on a worker. {@code text} is unmasked and goes nowhere else. */
  record Read(long generation, String text, Expecting expecting) implements ConversationAction {}

  /** Ask the model. */
  record AskModel(ModelTask task) implements ConversationAction {}

  /** Give up what the model is writing. */
  record StopModel() implements ConversationAction {}

  /** Come back after so long, to see whether the answer to {@code turn} is late. */
  record LookAgain(long turn, Duration after) implements ConversationAction {}

  /** Look up what a tool call is about. */
  record LookUp(ToolCall call, long generation) implements ConversationAction {}

  /** Do it. */
  record Perform(ToolCall call, long generation, Map<String, String> facts)
      implements ConversationAction {}
}
