package org.cordboard.dialog.ledger;

/** How a barrier entry ended. */
public enum Commit {
  /** Acknowledged by the store, and with it every entry before it. */
  DURABLE,
  /**
   * Not acknowledged in time: kept in memory. No irreversible effect may follow; a transfer may.
   */
  MEMORY,
  /** Another process owns the call now: let go of it without touching the carrier. */
  FENCED
}
