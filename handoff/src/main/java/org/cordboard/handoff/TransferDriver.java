package org.cordboard.handoff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.DialogAction.Escalate;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.handoff.TransferEvent.Side;
import org.cordboard.handoff.TransferModel.Deadline;
import org.cordboard.handoff.TransferModel.Request;
import org.jspecify.annotations.Nullable;

/**
 * One call's transfers, one after the other: feeds the pure {@link TransferCoordinator} with what
 * happens, does what it decides, owns its one timer. Every method is called on the call's loop;
 * what comes for a transfer that is over, or never was, is harmless. Keep it reachable until the
 * call is freed: legs that answer late are ended through it.
 */
public final class TransferDriver {
  private final Handoff handoff;
  private final CallLedger ledger;
  private final Loop loop;
  private final TransferCoordinator coordinator;
  private final TransferEffects effects;
  private TransferModel model;
  private HandoffEvent.@Nullable TransferStarted started;
  private @Nullable Brief brief;
  private int transfers;
  private int offers;
  private Clock.@Nullable Timer timer;
  private @Nullable Deadline armed;

  TransferDriver(
      Handoff handoff,
      CallControl control,
      CallLedger ledger,
      Loop loop,
      TransferListener listener) {
    this.handoff = handoff;
    this.ledger = ledger;
    this.loop = loop;
    this.coordinator = new TransferCoordinator(handoff.settings());
    this.effects =
        new TransferEffects(
            new TransferEffects.Ports(ledger, control, handoff.desk()),
            loop,
            listener,
            this::on,
            this::roomWanted);
    this.model = TransferModel.none(ledger.call());
  }

  /** True while a transfer is under way, bridged ones included. */
  public boolean active() {
    return !model.over() && !effects.fenced();
  }

  /** Where the latest transfer stands; RETURNED before the first. */
  public TransferState state() {
    return model.state();
  }

  /** Begins a transfer; ignored while one is under way. The brief is read from the ledger now. */
  public void start(Escalate why) {
    loop.assertOn();
    if (active() || effects.fenced()) {
      return;
    }
    String transfer = ledger.call() + "-t" + (++transfers);
    HandoffEvent.TransferStarted started =
        new HandoffEvent.TransferStarted(
            transfer, why.rule(), why.reason(), why.first(), why.skill());
    this.started = started;
    effects.perform(List.of(new TransferAction.Barrier(started)));
    Request request = new Request(transfer, ledger.call(), why.skill(), prepare(started).whisper());
    apply(coordinator.begin(request, offers, loop.clock().nanos()));
  }

  private Brief prepare(HandoffEvent.TransferStarted why) {
    Brief prepared =
        new BriefBuilder(handoff.codec()).build(ledger.entries(), why.reason(), why.skill());
    if (!prepared.equals(brief)) {
      brief = prepared;
      effects.perform(
          List.of(
              new TransferAction.Note(new HandoffEvent.BriefPrepared(why.transfer(), prepared))));
    }
    return prepared;
  }

  /** The person who is about to accept hears what the caller has said until now. */
  private void refresh() {
    HandoffEvent.TransferStarted why = started;
    if (why != null && model.state() == TransferState.OFFERING && active()) {
      model = model.whispering(prepare(why).whisper());
    }
  }

  /**
   * Goes on with what the ledger says was under way, after a crash or a move.
   *
   * @param callerHere true when the caller is with the AI again, false when they are in a room
   * @return true when there was a transfer to go on with
   */
  public boolean resume(boolean callerHere) {
    loop.assertOn();
    TransferReading reading = TransferReading.of(handoff.codec(), ledger.entries());
    transfers = reading.transfers();
    offers = reading.offers();
    TransferModel left = reading.model(ledger.call(), loop.clock());
    if (left == null) {
      return false;
    }
    started = reading.started();
    brief = null;
    Offer offer = left.offer();
    if (offer != null && offer.open()) {
      handoff
          .desk()
          .claim(
              offer.target().agent(),
              offer.id(),
              loop,
              Completion.of(claimed -> {}, failure -> {}));
    }
    apply(coordinator.resume(left, callerHere, loop.clock().nanos()));
    return true;
  }

  /**
   * The room that the ledger says caller and person were about to be in, or were in; empty when
   * there was none.
   */
  public String roomLeftBehind() {
    TransferModel left = left();
    boolean moved =
        left != null
            && (left.state() == TransferState.JOINING || left.state() == TransferState.BRIDGED);
    return left == null || !moved ? "" : left.room(handoff.settings().roomPrefix());
  }

  /** Whether the ledger says that caller and person talk. */
  public boolean bridgedLeftBehind() {
    TransferModel left = left();
    return left != null && left.state() == TransferState.BRIDGED;
  }

  private @Nullable TransferModel left() {
    return TransferReading.of(handoff.codec(), ledger.entries()).model(ledger.call(), loop.clock());
  }

  /** The carrier says that caller and person are in their room: what was missed is made up for. */
  public void together() {
    if (!active()) {
      resume(false);
    }
    on(new TransferEvent.RoomEntered(Side.AGENT));
    on(new TransferEvent.RoomEntered(Side.CALLER));
    on(new TransferEvent.RoomStarted());
  }

  /** An agent's leg was answered and asks what to do. */
  public void onOfferAnswered(String offer, String legSid) {
    on(new TransferEvent.Answered(offer, legSid));
  }

  /** A key was pressed on an agent's leg, or {@code ""}. */
  public void onOfferKeyed(String offer, String keys) {
    loop.assertOn();
    refresh();
    on(new TransferEvent.Keyed(offer, keys));
  }

  /** Progress of an agent's leg, in the carrier's words. */
  public void onOfferProgress(String offer, String legSid, String status, String answeredBy) {
    on(new TransferEvent.Progress(offer, legSid, status, answeredBy));
  }

  /** Something happened in a conference room, in the carrier's words. */
  public void onConference(String event, String label, Map<String, String> parameters) {
    String room = parameters.get("FriendlyName");
    if (room != null && !room.equals(model.room(handoff.settings().roomPrefix()))) {
      return; // an earlier offer's room
    }
    Side side = label.equals("agent") ? Side.AGENT : Side.CALLER;
    switch (event) {
      case "conference-start" -> on(new TransferEvent.RoomStarted());
      case "conference-end" -> on(new TransferEvent.RoomEnded());
      case "participant-join" -> on(new TransferEvent.RoomEntered(side));
      case "participant-leave" -> on(new TransferEvent.RoomLeft(side, failed(parameters)));
      default -> {} // mute, hold, speech: not a transfer's business
    }
  }

  private static boolean failed(Map<String, String> parameters) {
    return "failed".equals(parameters.get("ParticipantCallStatus"));
  }

  /**
   * Whether the caller, whose room is over, comes back to the AI: the person was cut off, or the
   * settings have it so. Otherwise what there was to say has been said.
   */
  public boolean comesBack() {
    return Parting.comesBack(model, handoff.settings(), loop.clock().nanos());
  }

  /** The caller's room verb is over and the carrier asks what comes next: resume the stream. */
  public void onAfterRoom() {
    on(new TransferEvent.AfterRoom());
  }

  /** The caller has hung up. */
  public void onCallerGone() {
    on(new TransferEvent.CallerGone());
  }

  /**
   * The call's ledger is about to be closed: late answers of the carrier are acted upon, but not
   * written any more.
   */
  public void callOver() {
    effects.callOver();
  }

  /** The caller does not want a person any more. */
  public void onNeverMind() {
    on(new TransferEvent.NeverMind());
  }

  private void on(TransferEvent event) {
    loop.assertOn();
    if (!effects.fenced()) {
      apply(coordinator.decide(model, event, loop.clock().nanos()));
    }
  }

  private void apply(Decision decision) {
    model = decision.model();
    offers = Math.max(offers, model.dialed()); // before the first transfer the model counts none
    arm(model.deadline());
    effects.perform(decision.actions());
  }

  private void arm(@Nullable Deadline deadline) {
    if (Objects.equals(deadline, armed)) {
      return;
    }
    armed = deadline;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (deadline != null) {
      long nanos = deadline.atNanos() - loop.clock().nanos();
      timer = loop.clock().after(Duration.ofNanos(nanos), () -> on(new TransferEvent.Tick()));
    }
  }

  private boolean roomWanted(String room) {
    return model.state() == TransferState.JOINING
        && !model.over()
        && model.room().returning() == null
        && room.equals(model.room(handoff.settings().roomPrefix()));
  }
}
