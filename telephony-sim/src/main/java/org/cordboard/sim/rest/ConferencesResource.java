package org.cordboard.sim.rest;

import org.cordboard.sim.carrier.ConferenceApi;
import org.cordboard.sim.carrier.RoomView;
import org.cordboard.sim.twiml.Verb;

/** {@code /Conferences}: find, read, end, announce. */
final class ConferencesResource {
  private final ConferenceApi rooms;
  private final RestJson json;

  ConferencesResource(ConferenceApi rooms, RestJson json) {
    this.rooms = rooms;
    this.json = json;
  }

  RestReply list(RestRequest request) {
    String name = request.text("FriendlyName", "");
    String status = request.text("Status", "");
    return RestReply.ok(
        json.page(
            "conferences",
            rooms
                .list(
                    room ->
                        (name.isEmpty() || room.name().equals(name))
                            && (status.isEmpty() || room.status().equals(status)))
                .stream()
                .map(json::room)
                .toList(),
            "Conferences",
            request));
  }

  private RoomView found(RestRequest request, String sid) {
    return rooms
        .get(sid)
        .filter(room -> room.sid().equals(sid))
        .orElseThrow(() -> RestError.unknown(request));
  }

  RestReply get(RestRequest request, String sid) {
    return RestReply.ok(json.room(found(request, sid)));
  }

  RestReply update(RestRequest request, String sid) {
    found(request, sid);
    if (request.text("Status", "").equals("completed")) {
      rooms.end(sid);
    }
    if (request.has("AnnounceUrl")) {
      String url = CallsResource.url(request.text("AnnounceUrl", ""));
      rooms.announce(sid, new Verb.Action(url, request.verb("AnnounceMethod", "POST")));
    }
    return get(request, sid);
  }
}
