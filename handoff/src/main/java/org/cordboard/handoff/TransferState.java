package org.cordboard.handoff;

/** Where a transfer stands; see {@code TransferCoordinator} for the transitions. */
public enum TransferState {
  /** People are being asked. */
  OFFERING,
  /** Somebody has accepted; legs are being joined. */
  JOINING,
  /** Caller and person talk. */
  BRIDGED,
  /** Nobody is free; the caller waits in line. */
  QUEUED,
  /** The caller is with the AI again. */
  RETURNED
}
