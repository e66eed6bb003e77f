package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.gateway.twilio.TwilioCallControl;
import org.cordboard.handoff.TransferDriver;
import org.cordboard.handoff.TransferState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the caller of a call that a process before this one has left: what became of them
 * meanwhile only the carrier knows. Who talks with a person, ours or the one whom the number's
 * fallback has rung, is left there, transcribed again and looked after until the end, since news of
 * it may have been lost; anybody else is asked for a new stream. Confined to the call's loop.
 */
final class CallRecall {
  private static final Logger log = LoggerFactory.getLogger(CallRecall.class);

  /** The carrier's own redirect comes first; not much later, since its tries may be over by now. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Between two looks at a caller who talks with a person. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /** Between two looks while the number's fallback rings somebody. */
  private static final Duration STILL_RINGING = Duration.ofSeconds(5);

  private final CallLedger ledger;
  private final TwilioCallControl control;
  private final TransferDriver transfer;
  private final Loop loop;
  private final Fate fate;
  private Clock.Timer next = () -> {};
  private String room = "";
  private CallerPlace seen = CallerPlace.ALONE;
  private boolean listening;

  /**
   * What becomes of the call.
   *
   * @param missing true while it has neither stream nor end
   * @param gone the caller has left
   * @param talking the caller talks with a person
   */
  record Fate(BooleanSupplier missing, Runnable gone, Runnable talking) {}

  CallRecall(
      CallLedger ledger, TwilioCallControl control, TransferDriver transfer, Loop loop, Fate fate) {
    this.ledger = ledger;
    this.control = control;
    this.transfer = transfer;
    this.loop = loop;
    this.fate = fate;
  }

  /** Begins to look. */
  void begin() {
    room = transfer.roomLeftBehind();
    look(PATIENCE);
    if (!transfer.active() && transfer.bridgedLeftBehind() && transfer.resume(false)) {
      fate.talking().run();
    }
  }

  /** Nothing is looked for any more. */
  void stop() {
    next.cancel();
  }

  private void look(Duration after) {
    next = loop.clock().after(after, this::look);
  }

  private void look() {
    if (missing()) {
      control.whereabouts(room, Completion.of(this::found, this::failed));
    }
  }

  private boolean missing() {
    return fate.missing().getAsBoolean();
  }

  private void found(CallerPlace place) {
    if (!missing()) {
      return;
    }
    switch (place) {
      case GONE -> left();
      case WITH_PERSON -> together();
      case RINGING_OTHER, WITH_OTHER -> elsewhere(place);
      case ALONE -> {
        if (transfer.active() && transfer.state() == TransferState.BRIDGED) {
          look(LOOK_AGAIN); // the room is over, and the carrier asks what comes next
        } else {
          fetch();
        }
      }
    }
  }

  private void together() {
    transfer.together();
    listen();
    look(LOOK_AGAIN);
  }

  private void listen() {
    if (!listening) {
      listening = true;
      control.listen(Completion.of(heard -> {}, failure -> listening = false));
    }
  }

  /** Nobody whom we have asked: the carrier went its own way while there was no gateway. */
  private void elsewhere(CallerPlace place) {
    boolean answered = place == CallerPlace.WITH_OTHER;
    if (seen != place) {
      seen = place;
      log.info("call {} is left with the number's fallback", ledger.call());
      ledger.append(new GatewayEvent.CallerElsewhere(answered));
      notOurs();
      if (answered) {
        fate.talking().run();
      }
    }
    if (answered) {
      listen();
    }
    look(answered ? LOOK_AGAIN : STILL_RINGING);
  }

  /** Whom we were about to bring in need not come. */
  private void notOurs() {
    if (transfer.active() || transfer.resume(false)) {
      transfer.onCallerGone();
    }
  }

  private void fetch() {
    control.returnCaller(
        ledger.call(),
        Completion.of(
            alive -> {
              if (!alive && missing()) {
                left();
              }
            },
            this::failed));
  }

  private void left() {
    if (!room.isEmpty() && !transfer.active()) {
      transfer.resume(false); // so that the person's leg is ended too
    }
    fate.gone().run();
  }

  private void failed(Throwable failure) {
    log.warn(
        "call {}: the carrier does not say where it is: {}", ledger.call(), failure.getMessage());
    if (missing()) {
      look(PATIENCE); // else nobody would ever end the call
    }
  }
}
