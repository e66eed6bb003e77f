package org.cordboard.dialog.tools;

/** What {@link Authority} says about one tool call. */
public sealed interface Decision {

  /** It may happen now. */
  record Allowed() implements Decision {}

  /** It may happen after the caller has agreed to this read-back. */
  record NeedsConfirmation(String readBack) implements Decision {}

  /** It may not happen before the caller is better known. */
  record NotIdentified() implements Decision {}

  /** It may not happen while the store does not answer. */
  record NotDurable() implements Decision {}

  /** It may not happen; the caller is told why. */
  record Refused(String spoken) implements Decision {}

  /** A person must decide: the rule that brings one in, why, and what the caller is told. */
  record Escalate(String rule, String reason, String spoken) implements Decision {}
}
