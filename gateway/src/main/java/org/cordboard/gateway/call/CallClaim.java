package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.Commit;
import org.cordboard.gateway.twilio.TwilioCallControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's claim on a call: written on the ledger before anything is done, and given up when
 * another process has written its own. Confined to the call's loop.
 */
final class CallClaim {
  private static final Logger log = LoggerFactory.getLogger(CallClaim.class);
  private static final int TRIES = 20;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final String node;
  private final CallLedger ledger;
  private final Loop loop;
  private final TwilioCallControl control;
  private final Runnable letGo;
  private Clock.Timer longest = () -> {};

  CallClaim(String node, CallLedger ledger, Loop loop, TwilioCallControl control, Runnable letGo) {
    this.node = node;
    this.ledger = ledger;
    this.loop = loop;
    this.control = control;
    this.letGo = letGo;
  }

  /** Takes the call; {@code then} runs when it is ours. */
  void take(Runnable then) {
    ledger.commit(
        new GatewayEvent.OwnerTaken(node),
        commit -> {
          if (commit == Commit.FENCED) {
            letGo.run();
          } else {
            then.run();
          }
        });
  }

  /** Runs {@code then} when the call has lasted so long, unless it is given up before. */
  void limit(Duration duration, Runnable then) {
    longest = loop.clock().after(duration, then);
  }

  /** The call is over, or another's: nothing of this claim is to happen any more. */
  void giveUp() {
    longest.cancel();
  }

  /** Gives the caller the carrier's keypad menu, for as long as it takes to get it there. */
  void menu(CallAnswer.KeypadMenu menu) {
    insist(then -> control.redirect(menu, then), TRIES);
  }

  /** Ends the caller's leg, for as long as that takes: else they would listen to nothing. */
  void hangUp() {
    insist(control::hangUp, TRIES);
  }

  private void insist(Consumer<Completion<Boolean>> request, int tries) {
    request.accept(
        Completion.of(
            done -> {},
            failure -> {
              failed(failure);
              if (tries > 1) {
                loop.clock().after(AGAIN, () -> insist(request, tries - 1));
              }
            }));
  }

  /** For requests to the carrier whose answer changes nothing here. */
  Completion<Boolean> whatever() {
    return Completion.of(done -> {}, this::failed);
  }

  private void failed(Throwable failure) {
    log.warn("call {}: the carrier did not do it: {}", ledger.call(), failure.getMessage());
  }
}
