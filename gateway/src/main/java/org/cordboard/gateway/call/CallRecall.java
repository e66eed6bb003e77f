package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.twilio.TwilioCallControl;
import org.cordboard.handoff.TransferDriver;
import org.cordboard.handoff.TransferState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the caller of a call that a process before this one has left: what became of them
 * meanwhile only the carrier knows. Who talks with a person is left there, transcribed again and
 * looked after until the end, since news of it may have been lost; anybody else is asked for a new
 * stream. Confined to the call's loop.
 */
final class CallRecall {
  private static final Logger log = LoggerFactory.getLogger(CallRecall.class);

  /** The carrier's own redirect comes first; not much later, since its tries may be over by now. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Between two looks at a caller who talks with a person. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final CallId call;
  private final TwilioCallControl control;
  private final TransferDriver transfer;
  private final Loop loop;
  private final BooleanSupplier missing;
  private final Runnable gone;
  private Clock.Timer next = () -> {};
  private String room = "";
  private boolean listening;

  /** {@code missing} while the call has neither stream nor end; {@code gone}: so is the caller. */
  CallRecall(
      CallId call,
      TwilioCallControl control,
      TransferDriver transfer,
      Loop loop,
      BooleanSupplier missing,
      Runnable gone) {
    this.call = call;
    this.control = control;
    this.transfer = transfer;
    this.loop = loop;
    this.missing = missing;
    this.gone = gone;
  }

  /** Begins; true when caller and person talked when they were left. */
  boolean begin() {
    room = transfer.roomLeftBehind();
    look(PATIENCE);
    return !transfer.active() && transfer.bridgedLeftBehind() && transfer.resume(false);
  }

  /** Nothing is looked for any more. */
  void stop() {
    next.cancel();
  }

  private void look(Duration after) {
    next = loop.clock().after(after, this::look);
  }

  private void look() {
    if (!missing.getAsBoolean()) {
      return;
    }
    if (room.isEmpty()) {
      fetch();
    } else {
      control.whereabouts(room, Completion.of(this::found, this::failed));
    }
  }

  private void found(CallerPlace place) {
    if (!missing.getAsBoolean()) {
      return;
    }
    switch (place) {
      case GONE -> left();
      case WITH_PERSON -> together();
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
    if (!listening) {
      listening = true;
      control.listen(Completion.of(heard -> {}, failure -> listening = false));
    }
    look(LOOK_AGAIN);
  }

  private void fetch() {
    control.returnCaller(
        call,
        Completion.of(
            alive -> {
              if (!alive && missing.getAsBoolean()) {
                left();
              }
            },
            this::failed));
  }

  private void left() {
    if (!room.isEmpty() && !transfer.active()) {
      transfer.resume(false); // so that the person's leg is ended too
    }
    gone.run();
  }

  private void failed(Throwable failure) {
    log.warn("call {}: the carrier does not say where it is: {}", call, failure.getMessage());
    if (missing.getAsBoolean()) {
      look(PATIENCE); // else nobody would ever end the call
    }
  }
}
