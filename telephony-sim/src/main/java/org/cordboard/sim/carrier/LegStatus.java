package org.cordboard.sim.carrier;

import java.util.Locale;

/**
 * Where a leg stands: QUEUED → INITIATED → RINGING → IN_PROGRESS → COMPLETED, or instead of the
 * last two BUSY, NO_ANSWER, CANCELED, FAILED.
 */
public enum LegStatus {
  /** Accepted, not yet dialled. */
  QUEUED,
  /** Dialled; seen in callbacks only. */
  INITIATED,
  /** The far end rings. */
  RINGING,
  /** Somebody answered. */
  IN_PROGRESS,
  /** It was answered and is over. */
  COMPLETED,
  /** The far end refused. */
  BUSY,
  /** Nobody answered in time. */
  NO_ANSWER,
  /** Given up while queued or ringing. */
  CANCELED,
  /** It could not be connected. */
  FAILED;

  /** The carrier's word, such as {@code no-answer}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True when nothing comes after. */
  public boolean terminal() {
    return ordinal() >= COMPLETED.ordinal();
  }
}
