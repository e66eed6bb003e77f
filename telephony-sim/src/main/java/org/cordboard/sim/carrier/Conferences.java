package org.cordboard.sim.carrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cordboard.sim.twiml.Verb;
import org.cordboard.sim.twiml.VerbResult;
import org.jspecify.annotations.Nullable;

/** The account's rooms: one that is not over per name. On the simulator's loop. */
final class Conferences {
  private static final int REMEMBERED = 1000;

  private final Switchboard board;
  private final Map<String, Conference> rooms = new LinkedHashMap<>(); // by SID, oldest first

  Conferences(Switchboard board) {
    this.board = board;
  }

  List<Conference> all() {
    return List.copyOf(rooms.values());
  }

  /** By SID, or by the name of one that is not over. */
  Optional<Conference> find(String sidOrName) {
    Conference bySid = rooms.get(sidOrName);
    return bySid != null ? Optional.of(bySid) : active(sidOrName);
  }

  private Optional<Conference> active(String name) {
    return rooms.values().stream()
        .filter(room -> room.name().equals(name) && !room.over())
        .findFirst();
  }

  /** The room of this name, opened if need be. */
  Conference room(String name) {
    return active(name).orElseGet(() -> open(name));
  }

  private Conference open(String name) {
    Conference room =
        new Conference(
            board.sids().next("CF"),
            name,
            board.loop().clock().now(),
            new ConferenceReports(
                board.callbacks(), board.loop().clock(), board.accountSid(), Callback.NONE));
    rooms.put(room.sid(), room);
    while (rooms.size() > REMEMBERED && oldest().over()) {
      rooms.remove(oldest().sid());
    }
    return room;
  }

  private Conference oldest() {
    return rooms.values().iterator().next();
  }

  /** Seats {@code leg}; empty when its label is taken. */
  Optional<Seat> join(Leg leg, Verb.ConferenceTarget target, Consumer<VerbResult> done) {
    Conference room = room(target.room());
    if (room.labelTaken(target.label(), leg.sid())) {
      return Optional.empty();
    }
    room.reports()
        .wish(
            new Callback(
                target.statusCallback(),
                target.statusCallbackMethod(),
                Set.copyOf(target.statusCallbackEvents())));
    Seat seat =
        new Seat(
            room,
            leg,
            new Seat.Terms(
                target.label(),
                target.muted(),
                target.beep(),
                target.startOnEnter(),
                target.endOnExit()),
            waiting(leg, target),
            board.loop().clock().now(),
            done);
    room.join(seat);
    return Optional.of(seat);
  }

  private Sound waiting(Leg leg, Verb.ConferenceTarget target) {
    if (target.waitSilently()) {
      return Sound.silence(Long.MAX_VALUE);
    }
    return waiting(leg, target.waitUrl());
  }

  /** What {@code url} has for somebody who waits; the carrier's own sound when there is none. */
  Sound waiting(Leg leg, Verb.@Nullable Action url) {
    return url == null ? Tones.waiting() : new WaitDocument(leg, board, url);
  }
}
