package org.cordboard.sim.carrier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.sim.carrier.Activity.Interruption;
import org.cordboard.sim.twiml.RecordingTerms;
import org.jspecify.annotations.Nullable;

/**
 * A room of legs that hear each other. INIT → IN_PROGRESS (two participants, at least one starter)
 * → COMPLETED; before it has started everybody hears the waiting sound.
 */
final class Conference {
  private final String sid;
  private final String name;
  private final Instant created;
  private final ConferenceReports reports;
  private final Map<String, Seat> seats = new LinkedHashMap<>();
  private final Map<String, Leg> expected = new LinkedHashMap<>();
  private final Map<String, String> expectedLabels = new LinkedHashMap<>();
  private final Set<String> early = new LinkedHashSet<>(); // expected legs with early media
  private final RoomKnobs knobs;
  private final RoomTape tape;
  private final RoomSound sound = new RoomSound();
  private State state = State.INIT;
  private Instant updated;
  private String endReason = "";
  private String endedBy = "";

  enum State {
    INIT,
    IN_PROGRESS,
    COMPLETED
  }

  Conference(
      String sid,
      String name,
      Instant created,
      ConferenceReports reports,
      RoomKnobs knobs,
      RoomTape tape) {
    this.sid = sid;
    this.name = name;
    this.created = created;
    this.updated = created;
    this.reports = reports;
    this.knobs = knobs;
    this.tape = tape;
  }

  String sid() {
    return sid;
  }

  String name() {
    return name;
  }

  Instant created() {
    return created;
  }

  Instant updated() {
    return updated;
  }

  State state() {
    return state;
  }

  boolean started() {
    return state == State.IN_PROGRESS;
  }

  boolean over() {
    return state == State.COMPLETED;
  }

  String endReason() {
    return endReason;
  }

  String endedBy() {
    return endedBy;
  }

  ConferenceReports reports() {
    return reports;
  }

  List<Seat> seats() {
    return List.copyOf(seats.values());
  }

  /** The seat of a leg. */
  Optional<Seat> seat(String callSid) {
    return Optional.ofNullable(seats.get(callSid));
  }

  /** Legs that the API is dialling for this room, by SID. */
  Map<String, Leg> expected() {
    return expected;
  }

  /** A leg is on its way here under {@code label}; with early media the room hears it ring. */
  void expect(Leg leg, String label, boolean earlyMedia) {
    expected.put(leg.sid(), leg);
    expectedLabels.put(leg.sid(), label);
    if (earlyMedia) {
      early.add(leg.sid());
      startIfDue(true);
    }
  }

  String expectedLabel(String callSid) {
    return expectedLabels.getOrDefault(callSid, "");
  }

  /** A leg that was expected will not come. */
  void failed(Leg leg) {
    early.remove(leg.sid());
    if (expected.remove(leg.sid()) != null) {
      if (knobs.failedAdd().equals("leave")) {
        reports.addFailed(this, leg, expectedLabel(leg.sid()));
      }
      if (seats.isEmpty() && expected.isEmpty() && !over()) {
        end("last-participant-left", leg.sid(), "");
      }
    }
  }

  boolean labelTaken(String label, String byOtherThan) {
    return !label.isEmpty()
        && (seats.values().stream().anyMatch(seat -> seat.terms().label().equals(label))
            || expectedLabels.entrySet().stream()
                .anyMatch(
                    entry ->
                        expected.containsKey(entry.getKey())
                            && !entry.getKey().equals(byOtherThan)
                            && entry.getValue().equals(label)));
  }

  void join(Seat seat) {
    expected.remove(seat.leg().sid());
    early.remove(seat.leg().sid());
    seats.put(seat.leg().sid(), seat);
    touch();
    seats
        .values()
        .forEach(
            there ->
                there
                    .leg()
                    .note(
                        "conference-join",
                        Map.of("callSid", seat.leg().sid(), "label", seat.terms().label())));
    reports.participant(this, seat, "participant-join", "join", Map.of());
    startIfDue(false);
    if (started() && seat.terms().beepsOnEnter()) {
      sound.beep();
    }
  }

  private void startIfDue(boolean starterComes) {
    int present = seats.size() + (knobs.earlyStart() ? early.size() : 0);
    boolean starter =
        (starterComes && knobs.earlyStart())
            || seats.values().stream().anyMatch(there -> there.terms().startOnEnter());
    if (state == State.INIT && present >= 2 && starter) {
      state = State.IN_PROGRESS;
      reports.started(this);
      tape.begin(this);
    }
  }

  /** Everybody but the held hears {@code words}; {@code over} runs at their end. */
  void announce(Sound words, Runnable over) {
    sound.announce(words, over);
  }

  /** The room is recorded from its start, as the first who wants that has it. */
  void record(String askedBy, RecordingTerms terms) {
    tape.wish(askedBy, terms);
    if (started()) {
      tape.begin(this);
    }
  }

  /** A leg leaves; it may take the whole room with it. */
  void leave(Seat seat, Interruption why) {
    if (seats.remove(seat.leg().sid()) == null) {
      return;
    }
    touch();
    seats
        .values()
        .forEach(
            there ->
                there
                    .leg()
                    .note(
                        "conference-leave",
                        Map.of("callSid", seat.leg().sid(), "label", seat.terms().label())));
    reports.left(
        this,
        seat,
        why == Interruption.HUNG_UP ? "participant_hung_up" : "participant_updated_via_api",
        why == Interruption.HUNG_UP ? "completed" : "in-progress");
    boolean kicked = why == Interruption.REMOVED;
    if (seat.endOnExit() && !over()) {
      end(
          kicked
              ? "participant-with-end-conference-on-exit-kicked"
              : "participant-with-end-conference-on-exit-left",
          seat.leg().sid(),
          seat.terms().label());
    } else if (seats.isEmpty() && expected.isEmpty() && !over()) {
      end(
          kicked ? "last-participant-kicked" : "last-participant-left",
          seat.leg().sid(),
          seat.terms().label());
    } else if (seat.beepsOnExit()) {
      sound.beep();
    }
  }

  /** Ends for everybody; their documents go on. */
  void end(String reason, String callSid, String label) {
    boolean bridged = started();
    state = State.COMPLETED;
    tape.end();
    sound.stop();
    endReason = reason;
    endedBy = callSid;
    touch();
    List<Seat> rest = new ArrayList<>(seats.values());
    seats.clear();
    String left =
        reason.equals("conference-ended-via-api")
            ? "conference_ended_via_api"
            : "moderator_ended_conference";
    rest.forEach(seat -> reports.left(this, seat, left, "in-progress"));
    reports.ended(this, reason, callSid, label);
    rest.forEach(seat -> seat.leg().note("conference-end", Map.of("reason", reason)));
    rest.forEach(seat -> seat.released(bridged));
  }

  void touch() {
    updated = reports.now();
  }

  void newTick() {
    sound.newTick();
  }

  /** Adds this tick's voices, once; the coaches' are added for those whom they coach. */
  void mix() {
    if (sound.mix(seats.values(), started(), rings()) && started()) {
      sound.tape(tape);
    }
  }

  /** Whether a leg with early media rings. */
  private boolean rings() {
    for (String callSid : early) {
      Leg leg = expected.get(callSid);
      if (leg != null && leg.status() == LegStatus.RINGING) {
        return true;
      }
    }
    return false;
  }

  /** What {@code seat} hears of the others in this tick. */
  byte @Nullable [] mixFor(Seat seat) {
    return sound.mixFor(seat, seats.values());
  }
}
