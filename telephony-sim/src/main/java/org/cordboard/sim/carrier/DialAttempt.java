package org.cordboard.sim.carrier;

import java.time.Duration;
import java.util.Set;
import org.cordboard.sim.twiml.Verb;

/** One telephone of a {@code <Dial>}: rung, greeted, whispered to, then ready to be joined. */
final class DialAttempt {
  private final Switchboard board;
  private final Verb.NumberTarget number;
  private final Leg callee;
  private final Events events;
  private boolean answered;
  private boolean over;

  /** What the {@code <Dial>} hears of it. */
  interface Events {
    /** Somebody picked up. */
    void answered(DialAttempt attempt);

    /** It may be joined. */
    void ready(DialAttempt attempt);

    /** The leg is over. */
    void over(DialAttempt attempt);
  }

  DialAttempt(
      Leg caller, Switchboard board, Verb.Dial dial, Verb.NumberTarget number, Events events) {
    this.board = board;
    this.number = number;
    this.events = events;
    this.callee =
        board
            .dialler()
            .dial(
                new Dialler.Dialled(
                    dial.callerId().isEmpty() ? caller.info().from() : dial.callerId(),
                    number.number(),
                    LegInfo.Direction.OUTBOUND_DIAL,
                    caller.sid(),
                    Duration.ofSeconds(dial.timeoutS()),
                    new Callback(
                        number.statusCallback(),
                        number.statusCallbackMethod(),
                        Set.copyOf(number.statusCallbackEvents())),
                    CallTerms.plain().sending(number.sendDigits()).detecting(number.detection())));
    callee.watch(this::changed);
  }

  Leg callee() {
    return callee;
  }

  private void changed(Leg leg) {
    if (over) {
      return;
    }
    if (leg.status().terminal()) {
      over = true;
      events.over(this);
    } else if (leg.connected() && !answered) {
      answered = true;
      events.answered(this);
      board.dialler().greet(leg, this::greeted);
    }
  }

  private void greeted() {
    Verb.Action whisper = number.whisper();
    if (over) {
      return;
    }
    if (whisper == null) {
      events.ready(this);
    } else {
      board.control(callee, new Verb.Action("", "POST"), () -> events.ready(this)).whisper(whisper);
    }
  }

  /** Nobody wants it any more. */
  void release() {
    over = true;
    callee.release();
  }
}
