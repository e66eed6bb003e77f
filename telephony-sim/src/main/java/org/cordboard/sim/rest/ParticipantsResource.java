package org.cordboard.sim.rest;

import java.util.List;
import java.util.Optional;
import org.cordboard.sim.carrier.ConferenceApi;
import org.cordboard.sim.carrier.Instructions;
import org.cordboard.sim.carrier.NewParticipant;
import org.cordboard.sim.carrier.ParticipantChange;
import org.cordboard.sim.carrier.ParticipantView;
import org.cordboard.sim.twiml.Verb;
import org.jspecify.annotations.Nullable;

/** {@code /Conferences/…/Participants}: add, read, list, change, remove. */
final class ParticipantsResource {
  private final ConferenceApi rooms;
  private final CallsResource calls;
  private final RestJson json;

  ParticipantsResource(ConferenceApi rooms, CallsResource calls, RestJson json) {
    this.rooms = rooms;
    this.calls = calls;
    this.json = json;
  }

  RestReply create(RestRequest request, String room) {
    String label = request.text("Label", "");
    if (rooms.labelTaken(room, label)) {
      throw new RestError(400, 16025, "The label '" + label + "' is in use in this conference");
    }
    String waitUrl = CallsResource.url(request.text("WaitUrl", ""));
    NewParticipant wanted =
        new NewParticipant(
            calls.newCall(request, new Instructions.Twiml("")),
            new Verb.ConferenceTarget(
                room,
                label,
                request.flag("Muted", false),
                request.text("Beep", "true"),
                request.flag("StartConferenceOnEnter", true),
                request.flag("EndConferenceOnExit", false),
                waitUrl.isEmpty()
                    ? null
                    : new Verb.Action(waitUrl, request.verb("WaitMethod", "POST")),
                request.has("WaitUrl") && waitUrl.isEmpty(),
                "",
                "POST",
                List.of()),
            new NewParticipant.RoomCallback(
                CallsResource.url(request.text("ConferenceStatusCallback", "")),
                request.verb("ConferenceStatusCallbackMethod", "POST"),
                request.words("ConferenceStatusCallbackEvent", "start end")));
    return rooms
        .add(room, wanted)
        .map(added -> RestReply.created(json.participant(added, true)))
        .orElseThrow(() -> RestError.unknown(request));
  }

  RestReply list(RestRequest request, String room) {
    if (rooms.get(room).isEmpty()) {
      throw RestError.unknown(request);
    }
    return RestReply.ok(
        json.page(
            "participants",
            rooms.participants(room).stream().map(one -> json.participant(one, false)).toList(),
            "Conferences/" + room + "/Participants",
            request));
  }

  RestReply get(RestRequest request, String room, String who) {
    return shown(request, rooms.participant(room, who));
  }

  RestReply update(RestRequest request, String room, String who) {
    ParticipantChange change =
        new ParticipantChange(
            request.optionalFlag("Muted"),
            request.optionalFlag("Hold"),
            Optional.ofNullable(action(request, "HoldUrl", "HoldMethod", "GET")),
            request.optionalFlag("EndConferenceOnExit"),
            Optional.ofNullable(action(request, "AnnounceUrl", "AnnounceMethod", "POST")));
    return shown(request, rooms.update(room, who, change));
  }

  private static Verb.@Nullable Action action(
      RestRequest request, String url, String method, String usual) {
    String given = CallsResource.url(request.text(url, ""));
    return given.isEmpty() ? null : new Verb.Action(given, request.verb(method, usual));
  }

  private RestReply shown(RestRequest request, Optional<ParticipantView> found) {
    return found
        .map(one -> RestReply.ok(json.participant(one, false)))
        .orElseThrow(() -> RestError.unknown(request));
  }

  RestReply remove(RestRequest request, String room, String who) {
    if (!rooms.remove(room, who)) {
      throw RestError.unknown(request);
    }
    return RestReply.none();
  }
}
