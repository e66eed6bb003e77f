package org.cordboard.sim.rest;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cordboard.sim.carrier.Barring;
import org.cordboard.sim.carrier.CallApi;
import org.cordboard.sim.carrier.CallbackUrl;
import org.cordboard.sim.carrier.MessageApi;
import org.cordboard.sim.carrier.MessageView;
import org.cordboard.sim.carrier.NewMessage;

/** {@code /Messages}: send, read, list, redact, delete. */
final class MessagesResource {
  private static final int MAX_BODY_CHARS = 1600;
  private static final int MAX_MEDIA = 10;

  private final MessageApi messages;
  private final CallApi calls;
  private final Uris uris;

  MessagesResource(MessageApi messages, CallApi calls, Uris uris) {
    this.messages = messages;
    this.calls = calls;
    this.uris = uris;
  }

  RestReply create(RestRequest request) {
    NotSimulated.refuse(
        request, "MessagingServiceSid", "ContentSid", "ScheduleType", "SendAt", "ApplicationSid");
    String body = request.text("Body", "");
    List<String> media = request.parameters().getOrDefault("MediaUrl", List.of());
    if (request.text("To", "").isEmpty()) {
      throw new RestError(400, 21604, "A 'To' phone number is required.");
    }
    String to = Checks.to(request);
    String from = from(request);
    if (from.equals(to)) {
      throw new RestError(400, 21266, "'To' and 'From' number cannot be the same");
    }
    Checks.served(calls.barring(to).flatMap(why -> why.ofText(to)));
    if (body.isEmpty() && media.isEmpty()) {
      throw new RestError(400, 21602, "Message body is required.");
    }
    if (body.length() > MAX_BODY_CHARS) {
      throw new RestError(
          400, 21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    if (media.size() > MAX_MEDIA) {
      throw new RestError(400, 21623, "Number of media files exceeds allowed limit.");
    }
    CallbackUrl told = new CallbackUrl(Checks.url(request, "StatusCallback"), "POST", Set.of());
    return RestReply.created(json(messages.send(new NewMessage(from, to, body, media, told))));
  }

  private String from(RestRequest request) {
    String from = request.text("From", "");
    if (from.isEmpty()) {
      throw new RestError(400, 21603, "A 'From' phone number is required.");
    }
    if (from.equals(Barring.MAGIC_INVALID_SENDER)) {
      throw new RestError(
          400, 21212, "The 'From' number " + from + " is not a valid phone number.");
    }
    if (from.equals(Barring.MAGIC_FULL_SENDER)) {
      throw new RestError(
          400, 21611, "The 'From' number " + from + " has exceeded the maximum of queued messages");
    }
    if (!calls.owns(from)) {
      throw new RestError(
          400,
          21606,
          "The 'From' phone number provided (" + from + ") is not a valid, message-capable number");
    }
    return from;
  }

  RestReply list(RestRequest request) {
    String to = request.text("To", "");
    String from = request.text("From", "");
    Predicate<Instant> sent = Dates.filter(request, "DateSent");
    boolean dated = request.has("DateSent") || request.has("DateSent<") || request.has("DateSent>");
    return RestReply.ok(
        Paging.page(
            "messages",
            "sid",
            messages
                .list(
                    one ->
                        (to.isEmpty() || one.to().equals(to))
                            && (from.isEmpty() || one.from().equals(from))
                            && (!dated || one.sent().filter(sent).isPresent()))
                .stream()
                .map(this::json)
                .toList(),
            uris.of("Messages"),
            request));
  }

  private MessageView found(RestRequest request, String sid) {
    return messages.get(sid).orElseThrow(() -> RestError.unknown(request));
  }

  RestReply get(RestRequest request, String sid) {
    return RestReply.ok(json(found(request, sid)));
  }

  RestReply update(RestRequest request, String sid) {
    found(request, sid);
    if (request.has("Status")) {
      throw new RestError(400, 30409, "This message cannot be canceled: it is not scheduled.");
    }
    if (!request.optional("Body").filter(String::isEmpty).isPresent()) {
      throw RestError.invalid("Body can only be made empty");
    }
    messages.redact(sid);
    return get(request, sid);
  }

  RestReply delete(RestRequest request, String sid) {
    found(request, sid);
    if (!messages.delete(sid)) {
      throw new RestError(409, 20009, "Cannot delete a message before it has arrived.");
    }
    return RestReply.none();
  }

  private JsonObject json(MessageView message) {
    return new JsonObject()
        .put("sid", message.sid())
        .put("account_sid", uris.account())
        .putNull("messaging_service_sid")
        .put("from", message.from())
        .put("to", message.to())
        .put("body", message.body())
        .put("num_media", String.valueOf(message.media()))
        .put("num_segments", String.valueOf(segments(message.body())))
        .put("direction", "outbound-api")
        .put("status", message.status())
        .put("error_code", message.errorCode() == 0 ? null : message.errorCode())
        .put("error_message", message.errorCode() == 0 ? null : "Unreachable destination handset")
        .put("date_created", Dates.shown(message.created()))
        .put("date_updated", Dates.shown(message.updated()))
        .put("date_sent", Dates.shown(message.sent()))
        .putNull("price")
        .put("price_unit", "USD")
        .put("api_version", Uris.VERSION)
        .put("subresource_uris", new JsonObject())
        .put("uri", uris.of("Messages/" + message.sid()));
  }

  /** Parts on the air: 160 seven-bit characters or 70 others, 153 or 67 when there are several. */
  private static int segments(String body) {
    boolean plain = body.chars().allMatch(letter -> letter < 128);
    int whole = plain ? 160 : 70;
    int part = plain ? 153 : 67;
    return body.length() <= whole ? 1 : (body.length() + part - 1) / part;
  }
}
