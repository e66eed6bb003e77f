package org.cordboard.handoff;

/**
 * What comes for an offer that has ended, or was never known: the leg must not go on ringing, and a
 * person who answers it is told so.
 */
final class Strays {
  private Strays() {}

  static void on(Deciding d, TransferEvent.OfOffer event) {
    if (event instanceof TransferEvent.PersonFound found) {
      d.act(new TransferAction.Release(found.target().agent(), found.offer()));
    } else if (event instanceof TransferEvent.Dialed dialed) {
      d.act(new TransferAction.EndLeg(dialed.legSid()));
    } else if (event instanceof TransferEvent.Answered answered) {
      sorry(d, answered.offer());
    } else if (event instanceof TransferEvent.Keyed keyed) {
      sorry(d, keyed.offer());
    } else if (event instanceof TransferEvent.Progress progress
        && (progress.status().equals("initiated") || progress.status().equals("ringing"))) {
      d.act(new TransferAction.EndLeg(progress.legSid()));
    }
  }

  private static void sorry(Deciding d, String offer) {
    d.act(new TransferAction.Answer(offer, new LegScript.Goodbye(d.settings.sorry())));
  }
}
