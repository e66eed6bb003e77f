package org.cordboard.handoff;

/** Where the asking of one person stands. */
public enum OfferState {
  /** The leg is being dialled or rings. */
  DIALING,
  /** Answered; the key that proves a human has not been pressed yet. */
  BRIEFING,
  /** The person takes the call. */
  ACCEPTED,
  /** Another person was first, or the caller left. */
  LOST,
  /** The person declined. */
  REFUSED,
  /** Rang out, busy, or answered without a key. */
  UNANSWERED,
  /** A machine answered. */
  MACHINE,
  /** The carrier could not place or keep the leg. */
  FAILED
}
