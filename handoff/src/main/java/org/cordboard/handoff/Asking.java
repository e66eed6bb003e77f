package org.cordboard.handoff;

import java.util.Locale;
import org.cordboard.handoff.TransferModel.Deadline.Kind;
import org.cordboard.handoff.TransferModel.Request;

/** The part of the coordinator that asks one person after the other. */
final class Asking {
  private Asking() {}

  /** True while the desk is looking for somebody. */
  static boolean looking(TransferModel model) {
    Offer offer = model.offer();
    return model.state() == TransferState.OFFERING && (offer == null || !offer.open());
  }

  static void next(Deciding d) {
    TransferModel model = d.model();
    d.await(Kind.FIND, d.settings.find());
    d.act(new TransferAction.Find(model.nextOffer(), model.request().skill(), model.asked()));
  }

  /** Ends the offer and asks the next person. */
  static void nextAfter(Deciding d, OfferState end, String detail) {
    close(d, end, detail);
    if (d.state() == TransferState.JOINING) {
      d.move(TransferState.OFFERING, detail);
      d.room(TransferModel.Room.EMPTY);
    }
    next(d);
  }

  /** Ends the offer, its leg and the person's reservation; nothing when it has ended before. */
  static void close(Deciding d, OfferState end, String detail) {
    Offer offer = d.offer();
    if (offer == null || !offer.open()) {
      return;
    }
    d.moveOffer(end, detail);
    boolean neverRang = offer.resumed() && offer.legSid() == null;
    if (!neverRang) {
      d.asked(offer.target().agent());
    }
    letGo(d);
  }

  /** Ends the leg and the reservation without a word about the offer. */
  static void letGo(Deciding d) {
    Offer offer = d.offer();
    if (offer == null) {
      return;
    }
    String leg = offer.legSid();
    if (leg != null) {
      d.act(new TransferAction.EndLeg(leg));
    }
    d.act(new TransferAction.Release(offer.target().agent(), offer.id()));
  }

  static void on(Deciding d, TransferEvent.OfOffer event) {
    if (event instanceof TransferEvent.PersonFound found) {
      found(d, found);
    } else if (event instanceof TransferEvent.NobodyFound) {
      Joining.returned(d, "nobody");
    } else if (event instanceof TransferEvent.Dialed dialed) {
      leg(d, dialed.legSid());
    } else if (event instanceof TransferEvent.DialRefused refused) {
      String why = refused.why().isEmpty() ? "" : ": " + refused.why();
      nextAfter(d, OfferState.FAILED, "the carrier refused the dial" + why);
    } else if (event instanceof TransferEvent.DialUnknown) {
      if (d.current().legSid() == null) {
        d.await(Kind.ADOPT, d.settings.adopt());
      }
    } else if (event instanceof TransferEvent.Answered answered) {
      leg(d, answered.legSid());
      answered(d);
    } else if (event instanceof TransferEvent.Keyed keyed) {
      keyed(d, keyed.keys());
    } else if (event instanceof TransferEvent.Progress progress) {
      progress(d, progress);
    }
  }

  private static void found(Deciding d, TransferEvent.PersonFound found) {
    if (!looking(d.model())) {
      d.act(new TransferAction.Release(found.target().agent(), found.offer()));
      return;
    }
    Request request = d.model().request();
    TransferTarget target = found.target();
    d.offered(Offer.dialing(found.offer(), target));
    d.act(
        new TransferAction.Barrier(
            new HandoffEvent.DialIntended(
                request.transfer(), found.offer(), target.agent(), target.name())));
    d.act(new TransferAction.TellTransferring(target.name()));
    d.act(new TransferAction.Dial(found.offer(), target));
    d.await(Kind.RING, d.settings.ring());
  }

  /** The leg makes itself known, by the dial's answer or by whichever callback is first. */
  private static void leg(Deciding d, String sid) {
    Offer offer = d.current();
    if (offer.legSid() == null && !sid.isEmpty()) {
      d.offer(offer.leg(sid));
      d.note(new HandoffEvent.LegDialed(offer.id(), sid));
      if (offer.state() == OfferState.DIALING) {
        d.await(Kind.RING, d.settings.ring());
      }
    }
  }

  private static void answered(Deciding d) {
    Offer offer = d.current();
    if (offer.state() == OfferState.ACCEPTED) {
      d.act(new TransferAction.Answer(offer.id(), join(d)));
      return;
    }
    if (offer.state() == OfferState.DIALING) {
      d.moveOffer(OfferState.BRIEFING, "answered");
      d.await(Kind.KEY, d.settings.keyTotal());
    }
    String ask = d.settings.askFor(d.model().request().skill());
    d.act(new TransferAction.Answer(offer.id(), new LegScript.AskForKey(ask)));
  }

  private static void keyed(Deciding d, String keys) {
    Offer offer = d.current();
    if (offer.state() == OfferState.DIALING) {
      d.moveOffer(OfferState.BRIEFING, "answered");
    }
    if (offer.state() == OfferState.ACCEPTED) {
      d.act(new TransferAction.Answer(offer.id(), join(d))); // the carrier asked again
    } else if (keys.equals(d.settings.acceptKey())) {
      d.move(TransferState.JOINING, offer.target().name());
      d.moveOffer(OfferState.ACCEPTED, "");
      d.act(new TransferAction.Answer(offer.id(), join(d)));
      d.await(Kind.BRIEF, d.settings.brief().plus(d.settings.join()));
    } else {
      d.act(new TransferAction.Answer(offer.id(), new LegScript.Goodbye("")));
      boolean pressed = !keys.isEmpty();
      nextAfter(
          d,
          pressed ? OfferState.REFUSED : OfferState.UNANSWERED,
          pressed ? "passed by key" : "no key");
    }
  }

  private static LegScript join(Deciding d) {
    return new LegScript.BriefThenJoin(
        d.model().request().whisper(), d.model().room(d.settings.roomPrefix()));
  }

  private static void progress(Deciding d, TransferEvent.Progress event) {
    leg(d, event.legSid());
    String by = event.answeredBy().toLowerCase(Locale.ROOT);
    if (d.current().state() != OfferState.ACCEPTED
        && (by.startsWith("machine") || by.equals("fax"))) {
      nextAfter(d, OfferState.MACHINE, by);
      return;
    }
    switch (event.status()) {
      case "ringing" -> {
        if (d.current().state() == OfferState.DIALING) {
          d.await(Kind.RING, d.settings.ring());
        }
      }
      case "busy", "no-answer" -> ended(d, OfferState.UNANSWERED, event.status());
      case "failed", "canceled" -> ended(d, OfferState.FAILED, event.status());
      case "completed" -> ended(d, OfferState.UNANSWERED, "hung up without a key");
      default -> {} // queued, initiated, in-progress: the leg's own request tells more
    }
  }

  private static void ended(Deciding d, OfferState end, String detail) {
    if (d.current().state() == OfferState.ACCEPTED) {
      Joining.personLost(d, "the leg has ended");
    } else {
      nextAfter(d, end, detail);
    }
  }
}
