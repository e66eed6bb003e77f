package org.cordboard.sim.carrier;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordboard.config.Clock;
import org.cordboard.sim.party.Party;

/**
 * Telephones by their numbers, and legs that are set up towards them: queued, dialled, rung, and
 * greeted when somebody answers. On the simulator's loop only.
 */
final class Dialler {
  private final DialKnobs knobs;
  private final Switchboard board;
  private final StartRate starts;
  private final Map<String, Subscriber> subscribers = new LinkedHashMap<>();
  private final Map<String, Greeting> greetings = new LinkedHashMap<>(); // of legs that ring

  Dialler(DialKnobs knobs, Switchboard board) {
    this.knobs = knobs;
    this.board = board;
    this.starts = new StartRate(knobs.startsPerSecond());
  }

  /**
   * A leg to set up towards a telephone.
   *
   * @param timeout how long it may ring
   * @param progress who is told
   * @param terms what is done to it once it has answered
   */
  record Dialled(
      String from,
      String to,
      LegInfo.Direction direction,
      String parentSid,
      Duration timeout,
      Callback progress,
      CallTerms terms) {
    Dialled(
        String from,
        String to,
        LegInfo.Direction direction,
        String parentSid,
        Duration timeout,
        Callback progress) {
      this(from, to, direction, parentSid, timeout, progress, CallTerms.plain());
    }

    /** What is asked for by the API. */
    static Dialled of(NewCall call) {
      return new Dialled(
          call.from(),
          call.to(),
          LegInfo.Direction.OUTBOUND_API,
          "",
          call.timeout(),
          new Callback(call.statusCallback(), call.statusCallbackMethod(), call.events()),
          call.terms());
    }
  }

  void subscribe(String number, Subscriber subscriber) {
    subscribers.put(number, subscriber);
  }

  void unsubscribe(String number) {
    subscribers.remove(number);
  }

  /** True when the number was given to somebody. */
  boolean knows(String number) {
    return subscribers.containsKey(number);
  }

  /** The leg has ended. */
  void gone(Leg leg) {
    greetings.remove(leg.sid());
  }

  /** Sets a leg up; it is queued now and dialled as soon as the loop is free. */
  Leg dial(Dialled dialled) {
    Subscriber subscriber = subscribers.get(dialled.to());
    Party party =
        subscriber == null ? Nobody.INSTANCE : subscriber.party(dialled.from(), dialled.to());
    LegInfo info =
        new LegInfo(
            board.sids().next("CA"),
            dialled.from(),
            dialled.to(),
            dialled.direction(),
            dialled.parentSid(),
            board.loop().clock().now());
    Leg leg = board.add(new Leg(info, party, board));
    greetings.put(leg.sid(), new Greeting(leg, board, dialled.terms()));
    board.progress().follow(leg, dialled.progress());
    boolean dead = subscriber == null || barred(leg);
    Clock clock = board.loop().clock();
    Duration queued =
        dialled.direction() == LegInfo.Direction.OUTBOUND_API
            ? starts.next(clock.nanos())
            : Duration.ZERO;
    Duration setup = queued.plus(knobs.setup());
    clock.after(queued, () -> leg.advance(LegStatus.INITIATED));
    clock.after(
        setup,
        () -> {
          if (dead) {
            leg.end(LegStatus.FAILED, 404);
          } else {
            leg.ring();
          }
        });
    Duration patience = dialled.timeout().plus(knobs.grace()).plus(setup);
    Clock.Timer noAnswer =
        clock.after(
            patience,
            () -> {
              if (!leg.connected()) {
                leg.end(LegStatus.NO_ANSWER, 487);
              }
            });
    leg.watch(
        changed -> {
          if (changed.connected() || changed.status().terminal()) {
            noAnswer.cancel();
          }
        });
    return leg;
  }

  /** A document dials what this account may not: the debugger says so. The API refuses before. */
  private boolean barred(Leg leg) {
    int code = knobs.barring(leg.info().to()).map(Barring::notice).orElse(0);
    if (code != 0) {
      board.notices().add(code, "<Dial>: the number is barred for this account", leg.sid());
    }
    return code != 0;
  }

  /** Runs {@code task} once, when somebody has answered {@code leg} and has been greeted. */
  void onAnswer(Leg leg, Runnable task) {
    boolean[] answered = new boolean[1];
    leg.watch(
        changed -> {
          if (changed.connected() && !answered[0]) {
            answered[0] = true;
            greet(leg, task);
          }
        });
  }

  /** Does what was asked for when the leg was dialled, now that it has answered. */
  void greet(Leg leg, Runnable then) {
    Greeting greeting = greetings.remove(leg.sid());
    if (greeting == null) {
      then.run();
    } else {
      greeting.begin(then);
    }
  }
}
