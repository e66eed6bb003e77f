package org.cordboard.dialog;

import java.util.Map;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.tools.ToolCall;

/** What was waiting for a barrier entry to be acknowledged. */
sealed interface AfterCommit {
  /** A rule fired. */
  record Escalating(Escalation escalation) implements AfterCommit {}

  /** The caller agreed to a read-back. */
  record Confirmed(ToolCall call) implements AfterCommit {}

  /** An effect is on the ledger as intended. */
  record Intended(ToolCall call, Map<String, String> facts) implements AfterCommit {}

  /** An effect's result is on the ledger. */
  record Finished(ToolCall call, boolean ok, Map<String, String> facts) implements AfterCommit {}
}
