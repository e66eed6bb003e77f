package org.cordboard.handoff;

import org.cordboard.handoff.TransferModel.Deadline.Kind;

/** The part of the coordinator that goes on with a transfer that was left behind. */
final class Resuming {
  private Resuming() {}

  static void go(Deciding d, boolean callerHere) {
    switch (d.state()) {
      case OFFERING -> offering(d);
      case QUEUED -> {
        d.move(TransferState.OFFERING, "interrupted");
        offering(d);
      }
      case JOINING, BRIDGED -> joined(d, callerHere);
      case RETURNED -> d.over();
    }
  }

  private static void offering(Deciding d) {
    Offer offer = d.offer();
    if (offer == null || !offer.open()) {
      Asking.next(d);
    } else if (offer.state() == OfferState.BRIEFING) {
      d.await(Kind.KEY, d.settings.keyTotal());
    } else if (offer.legSid() == null) {
      d.await(Kind.ADOPT, d.settings.adopt()); // perhaps dialled: never dial again blindly
    } else {
      d.await(Kind.RING, d.settings.ring());
    }
  }

  private static void joined(Deciding d, boolean callerHere) {
    boolean talked = d.state() == TransferState.BRIDGED;
    if (callerHere) {
      if (talked) {
        Asking.letGo(d);
      } else {
        Asking.close(d, OfferState.FAILED, "interrupted while joining");
      }
      Joining.returned(d, talked ? "handed-back" : "failed");
      return;
    }
    d.room(d.room().with(talked, talked).asMoving());
    if (!talked) {
      d.await(Kind.JOIN, d.settings.join());
    }
  }
}
