package org.cordboard.gateway.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the two frames that come many times a second and call, media and mark, without building a
 * tree: flat strings, at most one nested object, no escapes. Anything else makes {@link #scan}
 * answer false, and the general parser has its turn.
 */
final class MediaScan {
  private static final byte[] EVENT = ascii("event");
  private static final byte[] MEDIA = ascii("media");
  private static final byte[] MARK = ascii("mark");
  private static final byte[] NAME = ascii("name");
  private static final byte[] TRACK = ascii("track");
  private static final byte[] OUTBOUND = ascii("outbound");
  private static final byte[] TIMESTAMP = ascii("timestamp");
  private static final byte[] PAYLOAD = ascii("payload");
  private static final int MOST_DIGITS = 15;

  private final byte[] text;
  private int at;
  private int start; // of the string read last
  private int end;
  private boolean media; // the event, or else a mark
  private boolean known;
  private boolean outbound;
  private long timestampMs;
  private int payloadStart = -1;
  private int payloadEnd;
  private int nameStart = -1;
  private int nameEnd;

  /** Reads {@code text}, a frame in UTF-8. */
  MediaScan(byte[] text) {
    this.text = text;
  }

  /** True when the text was a frame of one of these forms; the rest may then be asked. */
  boolean scan() {
    return object(true)
        && at == text.length
        && known
        && (media ? payloadStart >= 0 : nameStart >= 0);
  }

  /** Whether it is media; else it is a mark. */
  boolean isMedia() {
    return media;
  }

  boolean outbound() {
    return outbound;
  }

  long timestampMs() {
    return timestampMs;
  }

  /** The payload as it stands there, in base64. */
  byte[] payload() {
    return Arrays.copyOfRange(text, payloadStart, payloadEnd);
  }

  /** A mark's name. */
  String name() {
    return new String(text, nameStart, nameEnd - nameStart, StandardCharsets.UTF_8);
  }

  private boolean object(boolean outer) {
    if (!take('{')) {
      return false;
    }
    do {
      if (!string()) {
        return false;
      }
      int key = start;
      int length = end - start;
      if (!take(':') || !value(key, length, outer)) {
        return false;
      }
    } while (take(','));
    return take('}');
  }

  private boolean value(int key, int length, boolean outer) {
    if (outer && (is(key, length, MEDIA) || is(key, length, MARK))) {
      return object(false);
    }
    if (!string()) {
      return false;
    }
    if (outer) {
      return !is(key, length, EVENT) || event();
    }
    if (is(key, length, TRACK)) {
      outbound = is(start, end - start, OUTBOUND);
    } else if (is(key, length, PAYLOAD)) {
      payloadStart = start;
      payloadEnd = end;
    } else if (is(key, length, NAME)) {
      nameStart = start;
      nameEnd = end;
    } else if (is(key, length, TIMESTAMP)) {
      return timestamp();
    }
    return true; // others, such as chunk, and what later versions add
  }

  private boolean event() {
    media = is(start, end - start, MEDIA);
    known = media || is(start, end - start, MARK);
    return known;
  }

  private boolean timestamp() {
    timestampMs = 0;
    for (int i = start; i < end; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      timestampMs = 10 * timestampMs + digit;
    }
    return end > start && end - start <= MOST_DIGITS;
  }

  private boolean is(int from, int length, byte[] name) {
    return length == name.length && Arrays.equals(text, from, from + length, name, 0, length);
  }

  /** Reads a string that has no escapes: it lies between {@code start} and {@code end}. */
  private boolean string() {
    if (!take('"')) {
      return false;
    }
    start = at;
    while (at < text.length && text[at] != '"' && text[at] != '\\') {
      at++;
    }
    end = at;
    return at < text.length && text[at++] == '"';
  }

  private boolean take(char wanted) {
    while (at < text.length && text[at] == ' ') {
      at++;
    }
    if (at < text.length && text[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
