package org.cordboard.handoff;

import org.jspecify.annotations.Nullable;

/**
 * The asking of one person.
 *
 * @param id {@code <call>-o<n>}; it is in every callback URL of the leg
 * @param target who is asked
 * @param state where it stands
 * @param legSid the carrier's id of the leg, once known from the dial's answer or a callback
 * @param resumed true when another process intended this dial and nobody knows whether it was done
 */
record Offer(
    String id, TransferTarget target, OfferState state, @Nullable String legSid, boolean resumed) {

  static Offer dialing(String id, TransferTarget target) {
    return new Offer(id, target, OfferState.DIALING, null, false);
  }

  Offer in(OfferState next) {
    return new Offer(id, target, next, legSid, resumed);
  }

  Offer leg(String sid) {
    return new Offer(id, target, state, sid, resumed);
  }

  /** True until the offer has ended one way or another; an accepted one is open. */
  boolean open() {
    return Transitions.open(state);
  }
}
