package org.cordboard.handoff;

import java.util.Set;
import org.cordboard.dialog.CallId;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as it stands. Immutable; changed by {@link TransferCoordinator} only.
 *
 * @param request what is wanted
 * @param state where the transfer stands
 * @param over true when nothing more is to come: returned, or the caller has left
 * @param dialed offers made in this call so far, those of earlier transfers included
 * @param asked agents who need not be asked again
 * @param offer the latest offer, open or ended; null before the first
 * @param room who is in the room
 * @param deadline the only thing waited for with a limit; null when there is none
 */
record TransferModel(
    Request request,
    TransferState state,
    boolean over,
    int dialed,
    Set<String> asked,
    @Nullable Offer offer,
    Room room,
    @Nullable Deadline deadline) {
  TransferModel {
    asked = Set.copyOf(asked);
  }

  static TransferModel begun(Request request, int dialed) {
    return new TransferModel(
        request, TransferState.OFFERING, false, dialed, Set.of(), null, Room.EMPTY, null);
  }

  /** A call without a transfer: over before it began, so that strays are met all the same. */
  static TransferModel none(CallId call) {
    Request nothing = new Request("", call, "", "");
    return new TransferModel(
        nothing, TransferState.RETURNED, true, 0, Set.of(), null, Room.EMPTY, null);
  }

  /** With another brief to be spoken. */
  TransferModel whispering(String whisper) {
    Request now = new Request(request.transfer(), request.call(), request.skill(), whisper);
    return new TransferModel(now, state, over, dialed, asked, offer, room, deadline);
  }

  /** The id that the next offer gets. */
  String nextOffer() {
    return request.call() + "-o" + (dialed + 1);
  }

  /** The latest offer's room at the carrier: nothing personal in its name, never used twice. */
  String room(String prefix) {
    return offer == null ? "" : prefix + offer.id();
  }

  /**
   * What is wanted.
   *
   * @param transfer {@code <call>-t<n>}
   * @param call whose
   * @param skill needed, or empty
   * @param whisper the brief as spoken
   */
  record Request(String transfer, CallId call, String skill, String whisper) {}

  /**
   * Who is in the room, by the carrier's word.
   *
   * @param moving true once the caller's move has been asked for
   * @param bridgedAtNanos since when the two talk; {@link #LONG_AGO} before, and when it is unknown
   * @param returning why the caller goes back to the AI; null while they do not
   * @param returns how often the return has been asked for
   */
  record Room(
      boolean agent,
      boolean caller,
      boolean started,
      boolean moving,
      long bridgedAtNanos,
      @Nullable String returning,
      int returns) {
    static final long LONG_AGO = Long.MIN_VALUE / 2;
    static final Room EMPTY = new Room(false, false, false, false, LONG_AGO, null, 0);

    boolean complete() {
      return agent && caller && started;
    }

    Room asMoving() {
      return new Room(agent, caller, started, true, bridgedAtNanos, returning, returns);
    }

    Room asStarted() {
      return new Room(agent, caller, true, moving, bridgedAtNanos, returning, returns);
    }

    Room bridgedAt(long nanos) {
      return new Room(agent, caller, started, moving, nanos, returning, returns);
    }

    Room with(boolean agentIn, boolean callerIn) {
      return new Room(agentIn, callerIn, started, moving, bridgedAtNanos, returning, returns);
    }

    Room returning(String reason, int times) {
      return new Room(agent, caller, started, moving, bridgedAtNanos, reason, times);
    }
  }

  /** Something is waited for until then, by the loop's {@link org.cordboard.config.Clock#nanos}. */
  record Deadline(long atNanos, Kind kind) {
    enum Kind {
      /** The desk finds somebody. */
      FIND,
      /** The leg is answered. */
      RING,
      /** A leg that may exist makes itself known by a callback. */
      ADOPT,
      /** The key that proves a human is pressed. */
      KEY,
      /** The person has heard the brief and is in the room. */
      BRIEF,
      /** Caller and person are both in the room and it has begun. */
      JOIN,
      /** The caller comes back to the AI. */
      RETURN
    }
  }
}
