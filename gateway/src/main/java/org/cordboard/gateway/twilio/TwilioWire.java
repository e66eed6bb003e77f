package org.cordboard.gateway.twilio;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codec of the carrier's media protocol: text frames of JSON, both ways. Counters come as
 * strings; unknown events and fields are let pass. Pure; any thread. Source: the carrier's "Media
 * Streams – WebSocket Messages" page.
 */
final class TwilioWire {
  /** Ten seconds of audio: far more than the carrier ever sends at once. */
  static final int MOST_PAYLOAD_BYTES = 80_000;

  private TwilioWire() {}

  /** Reads one text frame. */
  static TwilioMessage parse(String text) throws WireException {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads one text frame, in UTF-8. */
  static TwilioMessage parse(byte[] text) throws WireException {
    MediaScan scan = new MediaScan(text);
    if (scan.scan()) {
      return scan.isMedia()
          ? media(scan.outbound(), scan.timestampMs(), scan.payload())
          : new TwilioMessage.Mark(scan.name());
    }
    JsonObject frame;
    try {
      frame = new JsonObject(new String(text, StandardCharsets.UTF_8));
    } catch (DecodeException broken) {
      throw new WireException("broken JSON in a frame of " + text.length + " bytes");
    }
    try {
      return event(frame);
    } catch (ClassCastException wrongType) {
      throw new WireException("a field of an unexpected type");
    }
  }

  private static TwilioMessage event(JsonObject frame) throws WireException {
    String event = required(frame, "event", "a frame");
    return switch (event) {
      case "connected" -> new TwilioMessage.Connected(text(frame, "version", ""));
      case "start" -> start(frame);
      case "media" -> {
        JsonObject media = part(frame, "media");
        yield media(
            text(media, "track", "inbound").equals("outbound"),
            number(text(media, "timestamp", "0")),
            required(media, "payload", "a media frame").getBytes(StandardCharsets.ISO_8859_1));
      }
      case "dtmf" -> dtmf(part(frame, "dtmf"));
      case "mark" -> new TwilioMessage.Mark(required(part(frame, "mark"), "name", "a mark frame"));
      case "stop" -> new TwilioMessage.Stop();
      default -> new TwilioMessage.Unknown(printable(event));
    };
  }

  private static TwilioMessage start(JsonObject frame) throws WireException {
    JsonObject start = part(frame, "start");
    Map<String, String> parameters = new HashMap<>();
    JsonObject custom = start.getJsonObject("customParameters", new JsonObject());
    for (String name : custom.fieldNames()) {
      parameters.put(name, text(custom, name, ""));
    }
    Set<String> tracks = new HashSet<>();
    for (Object track : start.getJsonArray("tracks", new JsonArray())) {
      tracks.add(String.valueOf(track));
    }
    return new TwilioMessage.Start(
        required(start, "streamSid", "a start frame"),
        required(start, "callSid", "a start frame"),
        tracks,
        parameters,
        format(start.getJsonObject("mediaFormat")));
  }

  private static String format(@Nullable JsonObject given) {
    if (given == null) {
      return ""; // the carrier has only one
    }
    String format = text(given, "encoding", "?") + " at " + text(given, "sampleRate", "?") + " Hz";
    return format.equals("audio/x-mulaw at 8000 Hz")
        ? ""
        : format.replaceAll("[^A-Za-z0-9 /.-]", "?");
  }

  private static TwilioMessage media(boolean outbound, long timestampMs, byte[] payload)
      throws WireException {
    if (payload.length / 4L * 3 > MOST_PAYLOAD_BYTES) {
      throw new WireException(
          "a media frame with a payload of more than " + MOST_PAYLOAD_BYTES + " bytes");
    }
    byte[] audio;
    try {
      audio = Base64.getDecoder().decode(payload);
    } catch (IllegalArgumentException broken) {
      throw new WireException("a media frame whose 'payload' is not base64");
    }
    return new TwilioMessage.Media(outbound, timestampMs, audio);
  }

  private static TwilioMessage dtmf(JsonObject dtmf) throws WireException {
    String digit = required(dtmf, "digit", "a dtmf frame");
    if (!digit.matches("[0-9*#A-D]")) {
      throw new WireException("a dtmf frame whose 'digit' is not one key");
    }
    return new TwilioMessage.Dtmf(digit.charAt(0));
  }

  private static long number(String text) throws WireException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new WireException("a media frame whose 'timestamp' is not a number");
    }
  }

  private static JsonObject part(JsonObject frame, String name) throws WireException {
    JsonObject part = frame.getJsonObject(name);
    if (part == null) {
      throw new WireException("a " + name + " frame without '" + name + "'");
    }
    return part;
  }

  private static String required(JsonObject object, String name, String where)
      throws WireException {
    Object value = object.getValue(name);
    if (value == null) {
      throw new WireException(where + " without '" + name + "'");
    }
    return value.toString();
  }

  private static String text(JsonObject object, String name, String otherwise) {
    Object value = object.getValue(name);
    return value == null ? otherwise : value.toString();
  }

  private static String printable(String event) {
    String plain = event.replaceAll("[^A-Za-z0-9_.-]", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40);
  }

  /** Audio to be played behind what was sent before. */
  static String media(String streamSid, byte[] mulaw) {
    return "{\"event\":\"media\",\"streamSid\":\""
        + streamSid
        + "\",\"media\":{\"payload\":\""
        + Base64.getEncoder().encodeToString(mulaw)
        + "\"}}";
  }

  /** A mark behind what was sent before; {@code name} is ours and needs no escapes. */
  static String mark(String streamSid, String name) {
    return "{\"event\":\"mark\",\"streamSid\":\""
        + streamSid
        + "\",\"mark\":{\"name\":\""
        + name
        + "\"}}";
  }

  /** Forget what has not been played. */
  static String clear(String streamSid) {
    return "{\"event\":\"clear\",\"streamSid\":\"" + streamSid + "\"}";
  }
}
