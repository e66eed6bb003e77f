package org.cordboard.sim.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.sim.carrier.CallView;
import org.cordboard.sim.carrier.ParticipantView;
import org.cordboard.sim.carrier.RoomView;
import org.jspecify.annotations.Nullable;

/** The API's resources as JSON. Pure. */
final class RestJson {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String account;

  RestJson(String accountSid) {
    this.account = accountSid;
  }

  private String uri(String rest) {
    return "/2010-04-01/Accounts/" + account + "/" + rest + ".json";
  }

  private static @Nullable String date(Optional<Instant> at) {
    return at.map(RFC_2822::format).orElse(null);
  }

  JsonObject call(CallView call) {
    boolean over = call.status().terminal();
    return new JsonObject()
        .put("sid", call.sid())
        .put("account_sid", account)
        .put("parent_call_sid", call.parentSid().isEmpty() ? null : call.parentSid())
        .put("status", call.status().wire())
        .put("direction", call.direction())
        .put("from", call.from())
        .put("to", call.to())
        .put("from_formatted", call.from())
        .put("to_formatted", call.to())
        .putNull("answered_by")
        .put("duration", over ? String.valueOf(call.durationS()) : null)
        .put("start_time", date(call.answered()))
        .put("end_time", date(call.ended()))
        .put("date_created", date(Optional.of(call.created())))
        .put("date_updated", date(Optional.of(call.ended().orElse(call.created()))))
        .putNull("price")
        .put("price_unit", "USD")
        .put("api_version", "2010-04-01")
        .putNull("phone_number_sid")
        .putNull("forwarded_from")
        .putNull("caller_name")
        .putNull("group_sid")
        .put("queue_time", "0")
        .putNull("trunk_sid")
        .putNull("annotation")
        .put("subresource_uris", new JsonObject())
        .put("uri", uri("Calls/" + call.sid()));
  }

  JsonObject room(RoomView room) {
    return new JsonObject()
        .put("sid", room.sid())
        .put("account_sid", account)
        .put("friendly_name", room.name())
        .put("status", room.status())
        .put("region", "us1")
        .put("api_version", "2010-04-01")
        .put("date_created", date(Optional.of(room.created())))
        .put("date_updated", date(Optional.of(room.updated())))
        .put("reason_conference_ended", room.endReason().isEmpty() ? null : room.endReason())
        .put("call_sid_ending_conference", room.endedBy().isEmpty() ? null : room.endedBy())
        .put(
            "subresource_uris",
            new JsonObject()
                .put("participants", uri("Conferences/" + room.sid() + "/Participants")))
        .put("uri", uri("Conferences/" + room.sid()));
  }

  JsonObject participant(ParticipantView one, boolean justCreated) {
    String created = date(Optional.of(one.created()));
    return new JsonObject()
        .put("account_sid", account)
        .put("call_sid", one.callSid())
        .put("label", one.label().isEmpty() ? null : one.label())
        .put("conference_sid", one.roomSid())
        .put("date_created", created)
        .put("date_updated", created)
        .put("end_conference_on_exit", one.endOnExit())
        .put("muted", one.muted())
        .put("hold", one.held())
        .put("status", one.status())
        .put("start_conference_on_enter", one.startOnEnter())
        .put("coaching", false)
        .putNull("call_sid_to_coach")
        .put("queue_time", justCreated ? "0" : null)
        .put("uri", uri("Conferences/" + one.roomSid() + "/Participants/" + one.callSid()));
  }

  /** One page of {@code all} under {@code key}; {@code resource} is its path without ".json". */
  JsonObject page(String key, List<JsonObject> all, String resource, RestRequest request) {
    int size = Math.max(1, Math.min(1000, request.number("PageSize", 50)));
    int page = request.number("Page", 0);
    int from = Math.min(all.size(), page * size);
    int to = Math.min(all.size(), from + size);
    String base = uri(resource) + "?PageSize=" + size + "&Page=";
    return new JsonObject()
        .put(key, new JsonArray(all.subList(from, to)))
        .put("page", page)
        .put("page_size", size)
        .put("start", from)
        .put("end", Math.max(from, to - 1))
        .put("uri", base + page)
        .put("first_page_uri", base + 0)
        .put("previous_page_uri", page == 0 ? null : base + (page - 1))
        .put("next_page_uri", to < all.size() ? base + (page + 1) : null);
  }
}
