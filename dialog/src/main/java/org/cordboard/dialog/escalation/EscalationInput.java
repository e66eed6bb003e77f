package org.cordboard.dialog.escalation;

import org.cordboard.dialog.understanding.TurnReading;

/** What the escalation rules look at; each is handed to them in order. */
public sealed interface EscalationInput {

  /**
   * A turn was read.
   *
   * @param question a normal form of what was asked, to notice the same question twice
   */
  record TurnRead(long turn, TurnReading reading, String question) implements EscalationInput {}

  /** Keys were pressed; {@code digitsExpected} tells whether a 0 can be an answer. */
  record Keyed(String keys, boolean digitsExpected) implements EscalationInput {}

  /** The documents do not answer the caller's question, or a wish is outside what can be done. */
  record NotCovered(long turn, String what) implements EscalationInput {}

  /** The caller's issue was resolved: counters of R12 and R13 start again. */
  record Resolved(long turn) implements EscalationInput {}

  /** A part failed beyond its budget. */
  record PartFailed(String part) implements EscalationInput {}
}
