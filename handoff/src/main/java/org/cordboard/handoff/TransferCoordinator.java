package org.cordboard.handoff;

import java.util.Optional;
import org.cordboard.handoff.TransferModel.Deadline;
import org.cordboard.handoff.TransferModel.Request;

/**
 * Decides how a transfer goes on: {@code (model, event, now) → model + actions}, without input or
 * output. One person is asked at a time, by telephone.
 *
 * <pre>
 * OFFERING  a person is found, rung, asked for the key   → JOINING on the key, RETURNED when nobody
 *                                                          is left or the caller takes it back
 * JOINING   they hear the brief and enter the room, then → BRIDGED when both are in and it has begun,
 *           the caller is moved                            OFFERING when they are lost before the
 *                                                          move, RETURNED when later
 * BRIDGED   caller and person talk                       → RETURNED when the person leaves
 * QUEUED    reserved for waiting in line                 → OFFERING, RETURNED
 * RETURNED  the caller is with the AI                      end
 * </pre>
 *
 * The caller hanging up ends a transfer in whatever state it is. Every deadline is the model's; a
 * {@link TransferEvent.Tick} that finds none due changes nothing. What comes for an offer that has
 * ended is met with the end of that leg, whoever made it ring.
 */
final class TransferCoordinator {
  private final HandoffSettings settings;

  TransferCoordinator(HandoffSettings settings) {
    this.settings = settings;
  }

  /** A transfer begins. */
  Decision begin(Request request, int dialed, long nowNanos) {
    Deciding d = new Deciding(TransferModel.begun(request, dialed), settings, nowNanos);
    Asking.next(d);
    return d.decision();
  }

  /**
   * A transfer that another process, or this one before a restart, left behind.
   *
   * @param callerHere true when the caller is back with the AI, false when they are in the room
   */
  Decision resume(TransferModel left, boolean callerHere, long nowNanos) {
    Deciding d = new Deciding(left, settings, nowNanos);
    Resuming.go(d, callerHere);
    return d.decision();
  }

  /** Something has happened. */
  Decision decide(TransferModel model, TransferEvent event, long nowNanos) {
    Deciding d = new Deciding(model, settings, nowNanos);
    if (event instanceof TransferEvent.OfOffer ofOffer) {
      offer(d, ofOffer);
    } else if (model.over()) {
      return d.decision(); // late news of a room that is nobody's any more
    } else if (event instanceof TransferEvent.OfRoom ofRoom) {
      Joining.on(d, ofRoom);
    } else if (event instanceof TransferEvent.CallerGone) {
      callerGone(d);
    } else if (event instanceof TransferEvent.NeverMind) {
      neverMind(d);
    } else {
      tick(d);
    }
    return d.decision();
  }

  private static void offer(Deciding d, TransferEvent.OfOffer event) {
    Offer offer = d.offer();
    boolean expected = Asking.looking(d.model()) && event.offer().equals(d.model().nextOffer());
    boolean current = offer != null && offer.open() && event.offer().equals(offer.id());
    if (!d.model().over() && (expected || current)) {
      Asking.on(d, event);
    } else {
      Strays.on(d, event);
    }
  }

  private static void callerGone(Deciding d) {
    if (d.state() == TransferState.BRIDGED) {
      Asking.letGo(d);
    } else {
      Asking.close(d, OfferState.LOST, "the caller left");
    }
    d.over();
    d.act(new TransferAction.TellEnded());
  }

  private static void neverMind(Deciding d) {
    boolean moved = d.room().moving() || d.state() == TransferState.BRIDGED;
    if (!moved) {
      Asking.close(d, OfferState.LOST, "the caller changed their mind");
      Joining.returned(d, "never-mind");
    }
  }

  private static void tick(Deciding d) {
    Optional<Deadline> due = Optional.ofNullable(d.model().deadline()).filter(d::due);
    if (due.isEmpty()) {
      return;
    }
    d.awaitNothing();
    switch (due.get().kind()) {
      case FIND -> Joining.returned(d, "nobody");
      case RING -> Asking.nextAfter(d, OfferState.UNANSWERED, "rang out");
      case KEY -> Asking.nextAfter(d, OfferState.UNANSWERED, "no key");
      case ADOPT -> Asking.nextAfter(d, OfferState.FAILED, "the dial was never heard of");
      case BRIEF -> Joining.personLost(d, "did not get into the room");
      case JOIN -> Joining.broken(d, "the legs did not meet");
      case RETURN -> Joining.fetchCaller(d);
    }
  }
}
