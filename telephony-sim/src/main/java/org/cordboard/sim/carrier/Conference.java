package org.cordboard.sim.carrier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.sim.carrier.Activity.Interruption;

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
  private final Mixer mixer = new Mixer();
  private State state = State.INIT;
  private Instant updated;
  private boolean mixed;
  private Sound beep = Sound.silence(0);
  private String endReason = "";
  private String endedBy = "";

  enum State {
    INIT,
    IN_PROGRESS,
    COMPLETED
  }

  Conference(String sid, String name, Instant created, ConferenceReports reports) {
    this.sid = sid;
    this.name = name;
    this.created = created;
    this.updated = created;
    this.reports = reports;
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

  /** Legs that the API is dialling for this room, by SID. */
  Map<String, Leg> expected() {
    return expected;
  }

  /** A leg is on its way here under {@code label}. */
  void expect(Leg leg, String label) {
    expected.put(leg.sid(), leg);
    expectedLabels.put(leg.sid(), label);
  }

  String expectedLabel(String callSid) {
    return expectedLabels.getOrDefault(callSid, "");
  }

  /** A leg that was expected will not come. */
  void failed(Leg leg) {
    if (expected.remove(leg.sid()) != null) {
      reports.addFailed(this, leg, expectedLabel(leg.sid()));
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
    boolean starter = seats.values().stream().anyMatch(there -> there.terms().startOnEnter());
    if (state == State.INIT && seats.size() >= 2 && starter) {
      state = State.IN_PROGRESS;
      reports.started(this);
    }
    if (seat.terms().beepsOnEnter()) {
      beep = Tones.beep();
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
    } else if (seat.terms().beepsOnExit()) {
      beep = Tones.beep();
    }
  }

  /** Ends for everybody; their documents go on. */
  void end(String reason, String callSid, String label) {
    boolean bridged = started();
    state = State.COMPLETED;
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
    mixed = false;
  }

  /** What {@code seat} hears of the others in this tick. */
  byte @org.jspecify.annotations.Nullable [] mixFor(Seat seat) {
    if (!mixed) {
      mixed = true;
      mixer.clear();
      seats.values().forEach(there -> mixer.add(there.contribution()));
      mixer.add(beep.over() ? null : beep.next());
    }
    return mixer.without(seat.contribution());
  }
}
