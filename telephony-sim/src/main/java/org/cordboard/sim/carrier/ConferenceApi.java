package org.cordboard.sim.carrier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cordboard.sim.twiml.TwimlDocument;
import org.cordboard.sim.twiml.Verb;

/** What the API can do to conferences and those in them. On the simulator's loop. */
public final class ConferenceApi {
  private final Switchboard board;

  ConferenceApi(Switchboard board) {
    this.board = board;
  }

  /** By SID, or by the name of one that is not over. */
  public Optional<RoomView> get(String sidOrName) {
    return board.conferences().find(sidOrName).map(RoomView::of);
  }

  /** The rooms that {@code wanted} accepts, newest first. */
  public List<RoomView> list(Predicate<RoomView> wanted) {
    List<RoomView> views =
        new ArrayList<>(
            board.conferences().all().stream().map(RoomView::of).filter(wanted).toList());
    Collections.reverse(views);
    return views;
  }

  /** Ends a room for everybody in it; false when it is over. */
  public boolean end(String sid) {
    Optional<Conference> room =
        board.conferences().find(sid).filter(candidate -> !candidate.over());
    room.ifPresent(open -> open.end("conference-ended-via-api", "", ""));
    return room.isPresent();
  }

  /** Everybody in the room hears a document of sounds. */
  public void announce(String sid, Verb.Action from) {
    board
        .conferences()
        .find(sid)
        .filter(room -> !room.seats().isEmpty())
        .ifPresent(
            room ->
                room.announce(
                    new WaitDocument(
                        room.seats().get(0).leg(),
                        board,
                        from,
                        reason -> {
                          room.announce(Sound.silence(0), () -> {});
                          room.reports().announcement(room, from.url(), reason.text());
                        }),
                    () -> room.reports().announcement(room, from.url(), "")));
  }

  private void announce(Conference room, Seat seat, Verb.Action from) {
    seat.announce(
        new WaitDocument(seat.leg(), board, from),
        () ->
            room.reports()
                .participant(
                    room,
                    seat,
                    "announcement-end",
                    "announcement",
                    Map.of("AnnounceUrl", from.url())));
  }

  /** Those in the room, in the order they came; legs on their way are not listed. */
  public List<ParticipantView> participants(String room) {
    return board
        .conferences()
        .find(room)
        .filter(found -> !found.over())
        .map(found -> found.seats().stream().map(seat -> ParticipantView.of(found, seat)).toList())
        .orElse(List.of());
  }

  /** One of them, or of those on their way, by call SID or label. */
  public Optional<ParticipantView> participant(String room, String who) {
    Optional<Conference> open =
        board.conferences().find(room).filter(candidate -> !candidate.over());
    Optional<ParticipantView> seated =
        open.flatMap(found -> seat(found, who).map(seat -> ParticipantView.of(found, seat)));
    return seated.isPresent()
        ? seated
        : open.flatMap(found -> expectedLeg(found, who).map(leg -> expected(found, leg)));
  }

  private static ParticipantView expected(Conference room, Leg leg) {
    return new ParticipantView(
        room.sid(),
        leg.sid(),
        room.expectedLabel(leg.sid()),
        false,
        false,
        true,
        false,
        "",
        leg.status() == LegStatus.RINGING ? "ringing" : "queued",
        leg.info().created());
  }

  private static Optional<Leg> expectedLeg(Conference room, String who) {
    return room.expected().values().stream()
        .filter(leg -> leg.sid().equals(who) || room.expectedLabel(leg.sid()).equals(who))
        .findFirst();
  }

  private static Optional<Seat> seat(Conference room, String who) {
    return room.seats().stream()
        .filter(seat -> seat.leg().sid().equals(who) || seat.terms().label().equals(who))
        .findFirst();
  }

  /** True when {@code label} is taken in the room of this name. */
  public boolean labelTaken(String room, String label) {
    return board.conferences().find(room).filter(found -> found.labelTaken(label, "")).isPresent();
  }

  /** Dials somebody into a room, which is opened if {@code room} is a name and none is open. */
  public Optional<ParticipantView> add(String room, NewParticipant wanted) {
    boolean bySid = room.matches("CF[0-9a-f]{32}");
    Optional<Conference> open =
        bySid
            ? board.conferences().find(room).filter(found -> !found.over())
            : Optional.of(board.conferences().room(room));
    return open.map(found -> dial(found, wanted));
  }

  private ParticipantView dial(Conference room, NewParticipant wanted) {
    NewParticipant.RoomCallback wish = wanted.roomCallback();
    room.reports().wish(new Callback(wish.url(), wish.method(), wish.events()));
    Leg leg = board.dialler().dial(Dialler.Dialled.of(wanted.call()));
    room.expect(leg, wanted.seat().label(), wanted.earlyMedia());
    leg.watch(
        changed -> {
          if (changed.status().terminal()) {
            room.failed(changed);
          }
        });
    LegControl control = board.control(leg, new Verb.Action("", "POST"), leg::release);
    board.dialler().onAnswer(leg, () -> control.run(into(room, wanted.seat())));
    return expected(room, leg);
  }

  private static TwimlDocument into(Conference room, Verb.ConferenceTarget seat) {
    Verb.ConferenceTarget target =
        new Verb.ConferenceTarget(
            room.name(),
            seat.label(),
            seat.muted(),
            seat.beep(),
            seat.startOnEnter(),
            seat.endOnExit(),
            seat.waitUrl(),
            seat.waitSilently(),
            "",
            "POST",
            List.of(),
            seat.terms());
    Verb.Dial dial = new Verb.Dial(null, 30, 14_400, "", false, false, target);
    return new TwimlDocument(List.of(dial), List.of());
  }

  /** Changes what is present of {@code change}; empty when nobody of that name is there. */
  public Optional<ParticipantView> update(String room, String who, ParticipantChange change) {
    Optional<Conference> open =
        board.conferences().find(room).filter(candidate -> !candidate.over());
    Optional<Seat> found = open.flatMap(there -> seat(there, who));
    found.ifPresent(seat -> apply(open.orElseThrow(), seat, change));
    return found.map(seat -> ParticipantView.of(open.orElseThrow(), seat));
  }

  private void apply(Conference room, Seat seat, ParticipantChange change) {
    change
        .muted()
        .filter(muted -> muted != seat.muted())
        .ifPresent(
            muted -> {
              seat.mute(muted);
              report(room, seat, muted ? "participant-mute" : "participant-unmute", "mute");
            });
    change
        .hold()
        .filter(hold -> hold != seat.held())
        .ifPresent(
            hold -> {
              seat.hold(
                  hold
                      ? board.conferences().waiting(seat.leg(), change.holdUrl().orElse(null))
                      : null);
              report(room, seat, hold ? "participant-hold" : "participant-unhold", "hold");
            });
    change
        .endOnExit()
        .filter(end -> end != seat.endOnExit())
        .ifPresent(
            end -> {
              seat.endOnExit(end);
              report(room, seat, "participant-modify", "modify");
            });
    change
        .coached()
        .filter(coached -> !coached.equals(seat.coach()))
        .ifPresent(
            coached -> {
              seat.coach(coached);
              report(room, seat, "participant-modify", "modify");
            });
    change.beepOnExit().ifPresent(seat::beepOnExit);
    change
        .waitUrl()
        .ifPresent(from -> seat.waitWith(board.conferences().waiting(seat.leg(), from)));
    change.announce().ifPresent(from -> announce(room, seat, from));
  }

  /** True when this leg is in a room that has started, and so can be coached. */
  public boolean canBeCoached(String room, String callSid) {
    return board
        .conferences()
        .find(room)
        .filter(Conference::started)
        .flatMap(open -> open.seat(callSid))
        .isPresent();
  }

  private static void report(Conference room, Seat seat, String name, String event) {
    room.touch();
    room.reports().participant(room, seat, name, event, Map.of());
  }

  /** Takes somebody out of the room, or stops dialling them; false when there is nobody. */
  public boolean remove(String room, String who) {
    Optional<Leg> onTheirWay =
        board.conferences().find(room).flatMap(there -> expectedLeg(there, who));
    onTheirWay.ifPresent(Leg::release);
    return onTheirWay.isPresent() || removeSeated(room, who);
  }

  private boolean removeSeated(String room, String who) {
    Optional<Seat> found = board.conferences().find(room).flatMap(there -> seat(there, who));
    found.ifPresent(
        seat -> {
          boolean own = seat.leg().info().direction() == LegInfo.Direction.OUTBOUND_API;
          seat.leg().interrupt(Activity.Interruption.REMOVED);
          if (!own || board.plan().rooms().removedLeg().equals("hang-up")) {
            seat.released(true);
          }
        });
    return found.isPresent();
  }
}
