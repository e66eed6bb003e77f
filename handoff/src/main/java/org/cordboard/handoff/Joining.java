package org.cordboard.handoff;

import java.time.Duration;
import org.cordboard.handoff.TransferEvent.Answer;
import org.cordboard.handoff.TransferEvent.Side;
import org.cordboard.handoff.TransferModel.Deadline.Kind;
import org.cordboard.handoff.TransferModel.Room;

/** The part of the coordinator that brings two people together, and the caller back. */
final class Joining {
  private static final int RETURN_TRIES = 3;
  private static final Duration RETURN_ANSWER = Duration.ofSeconds(5); // REST limit and some
  private static final Duration RETURN_PAUSE = Duration.ofSeconds(1);

  private Joining() {}

  static void on(Deciding d, TransferEvent.OfRoom event) {
    boolean joined = d.state() == TransferState.JOINING || d.state() == TransferState.BRIDGED;
    if (!joined) {
      return; // a room that this transfer has given up
    }
    if (event instanceof TransferEvent.RoomEntered entered) {
      entered(d, entered.side());
    } else if (event instanceof TransferEvent.RoomLeft left) {
      left(d, left.side(), left.failed());
    } else if (event instanceof TransferEvent.RoomStarted) {
      d.room(d.room().asStarted());
      bridgeWhenComplete(d);
    } else if (event instanceof TransferEvent.RoomEnded) {
      left(d, Side.AGENT, false);
    } else if (event instanceof TransferEvent.CallerMoved moved) {
      moved(d, moved.answer());
    } else if (event instanceof TransferEvent.CallerBack back) {
      back(d, back.answer());
    } else if (event instanceof TransferEvent.AfterRoom) {
      afterRoom(d);
    }
  }

  private static void entered(Deciding d, Side side) {
    Room room = d.room();
    d.room(room.with(room.agent() || side == Side.AGENT, room.caller() || side == Side.CALLER));
    if (side == Side.AGENT && !room.moving() && room.returning() == null) {
      d.room(d.room().asMoving());
      d.act(
          new TransferAction.MoveCaller(
              d.current().target().name(), d.model().room(d.settings.roomPrefix())));
      d.await(Kind.JOIN, d.settings.join());
    }
    bridgeWhenComplete(d);
  }

  private static void bridgeWhenComplete(Deciding d) {
    if (d.state() == TransferState.JOINING && d.room().complete() && d.room().returning() == null) {
      String name = d.current().target().name();
      d.move(TransferState.BRIDGED, name);
      d.awaitNothing();
      d.room(d.room().bridgedAt(d.nowNanos()));
      d.act(new TransferAction.TellBridged(name));
    }
  }

  private static void left(Deciding d, Side side, boolean failed) {
    Room room = d.room();
    boolean agentWas = room.agent() || d.state() == TransferState.BRIDGED;
    d.room(room.with(room.agent() && side != Side.AGENT, room.caller() && side != Side.CALLER));
    if (side == Side.AGENT && agentWas) {
      personLost(d, failed ? Parting.LINE_FAILED : "left the room");
    }
  }

  /** The person who accepted is gone. */
  static void personLost(Deciding d, String detail) {
    if (d.room().returning() != null) {
      return; // the caller is on the way back already
    }
    if (d.state() == TransferState.JOINING && !d.room().moving()) {
      Asking.nextAfter(d, OfferState.FAILED, detail);
    } else {
      broken(d, detail);
    }
  }

  /** The caller has been moved and cannot stay: back to the AI. */
  static void broken(Deciding d, String detail) {
    boolean talked = d.state() == TransferState.BRIDGED;
    String reason = Parting.reason(d.model(), d.settings, detail, d.nowNanos());
    endPerson(d, detail);
    d.room(d.room().returning(reason, 0));
    if (talked || d.room().caller()) {
      d.await(Kind.RETURN, d.settings.returnWait()); // the carrier asks by itself
    } else {
      fetchCaller(d);
    }
  }

  /** Brings the caller back by ourselves. */
  static void fetchCaller(Deciding d) {
    String reason = d.room().returning();
    if (reason == null) {
      return;
    }
    int times = d.room().returns() + 1;
    if (times > RETURN_TRIES) {
      returned(d, "failed");
      return;
    }
    d.room(d.room().returning(reason, times));
    d.act(new TransferAction.ReturnCaller());
    d.await(Kind.RETURN, RETURN_ANSWER);
  }

  private static void moved(Deciding d, Answer answer) {
    if (answer == Answer.NO && d.state() == TransferState.JOINING) {
      endPerson(d, "the caller could not be moved");
      returned(d, "failed"); // and never left the AI
    }
  }

  private static void back(Deciding d, Answer answer) {
    String reason = d.room().returning();
    if (reason == null) {
      return;
    }
    if (answer == Answer.YES) {
      returned(d, reason);
    } else {
      d.await(Kind.RETURN, RETURN_PAUSE);
    }
  }

  private static void afterRoom(Deciding d) {
    String reason = d.room().returning();
    if (reason == null) {
      String detail = "the room is over";
      reason = Parting.reason(d.model(), d.settings, detail, d.nowNanos());
      endPerson(d, detail);
    }
    returned(d, reason);
  }

  private static void endPerson(Deciding d, String detail) {
    if (d.state() == TransferState.BRIDGED) {
      Asking.letGo(d);
    } else {
      Asking.close(d, OfferState.FAILED, detail);
    }
  }

  /** The caller is with the AI. */
  static void returned(Deciding d, String reason) {
    d.move(TransferState.RETURNED, reason);
    d.over();
    d.act(new TransferAction.TellReturned(reason));
  }
}
