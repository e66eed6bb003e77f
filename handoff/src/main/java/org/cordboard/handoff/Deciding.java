package org.cordboard.handoff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cordboard.handoff.TransferModel.Deadline;
import org.cordboard.handoff.TransferModel.Room;
import org.jspecify.annotations.Nullable;

/**
 * One step being decided: a copy of the model and the actions so far. Lives within one call of the
 * coordinator, so that the outside sees a pure function.
 */
final class Deciding {
  final HandoffSettings settings;
  private final long nowNanos;
  private final List<TransferAction> actions = new ArrayList<>();
  private TransferModel model;

  Deciding(TransferModel model, HandoffSettings settings, long nowNanos) {
    this.model = model;
    this.settings = settings;
    this.nowNanos = nowNanos;
  }

  TransferModel model() {
    return model;
  }

  TransferState state() {
    return model.state();
  }

  Room room() {
    return model.room();
  }

  @Nullable Offer offer() {
    return model.offer();
  }

  /** The offer, which must be there: the event names it. */
  Offer current() {
    Offer offer = model.offer();
    if (offer == null) {
      throw new IllegalStateException("no offer in " + model.state());
    }
    return offer;
  }

  Decision decision() {
    return new Decision(model, actions);
  }

  void act(TransferAction action) {
    actions.add(action);
  }

  void note(HandoffEvent event) {
    act(new TransferAction.Note(event));
  }

  long nowNanos() {
    return nowNanos;
  }

  boolean due(Deadline deadline) {
    return deadline.atNanos() <= nowNanos;
  }

  void await(Deadline.Kind kind, Duration limit) {
    deadline(new Deadline(nowNanos + limit.toNanos(), kind));
  }

  void awaitNothing() {
    deadline(null);
  }

  private void deadline(@Nullable Deadline deadline) {
    set(model.state(), model.over(), model.offer(), model.room(), deadline);
  }

  /** Moves the transfer on; a barrier, since effects follow. */
  void move(TransferState next, String detail) {
    Transitions.check(model.state(), next);
    act(
        new TransferAction.Barrier(
            new HandoffEvent.TransferChanged(model.request().transfer(), next, detail)));
    set(next, model.over(), model.offer(), model.room(), model.deadline());
  }

  /** The transfer is done with; nothing is waited for. */
  void over() {
    set(model.state(), true, model.offer(), model.room(), null);
  }

  void room(Room room) {
    set(model.state(), model.over(), model.offer(), room, model.deadline());
  }

  void offer(Offer offer) {
    set(model.state(), model.over(), offer, model.room(), model.deadline());
  }

  /** Moves the offer on. */
  void moveOffer(OfferState next, String detail) {
    Offer offer = current();
    Transitions.check(offer.state(), next);
    note(new HandoffEvent.OfferChanged(offer.id(), next, detail));
    offer(offer.in(next));
  }

  /** A new offer; counts it. */
  void offered(Offer offer) {
    model =
        new TransferModel(
            model.request(),
            model.state(),
            model.over(),
            model.dialed() + 1,
            model.asked(),
            offer,
            model.room(),
            model.deadline());
  }

  void asked(String agent) {
    Set<String> asked = new HashSet<>(model.asked());
    asked.add(agent);
    model =
        new TransferModel(
            model.request(),
            model.state(),
            model.over(),
            model.dialed(),
            asked,
            model.offer(),
            model.room(),
            model.deadline());
  }

  private void set(
      TransferState state,
      boolean over,
      @Nullable Offer offer,
      Room room,
      @Nullable Deadline deadline) {
    model =
        new TransferModel(
            model.request(), state, over, model.dialed(), model.asked(), offer, room, deadline);
  }
}
