package org.cordboard.gateway.twilio;

import org.jspecify.annotations.Nullable;

/**
 * Reads the one frame that comes 50 times a second and call without building a tree: flat strings,
 * at most one nested object, no escapes. Anything else makes {@link #scan} answer false, and the
 * general parser has its turn.
 */
final class MediaScan {
  private final String text;
  private int at;
  @Nullable String event;
  @Nullable String track;
  @Nullable String timestamp;
  @Nullable String payload;

  MediaScan(String text) {
    this.text = text;
  }

  /** True when the text was a media frame of the usual form; the fields are then set. */
  boolean scan() {
    return object(true) && at == text.length() && "media".equals(event) && payload != null;
  }

  private boolean object(boolean outer) {
    if (!take('{')) {
      return false;
    }
    do {
      String key = string();
      if (key == null || !take(':') || !value(key, outer)) {
        return false;
      }
    } while (take(','));
    return take('}');
  }

  private boolean value(String key, boolean outer) {
    if (outer && key.equals("media")) {
      return object(false);
    }
    String value = string();
    if (value == null) {
      return false;
    }
    if (outer) {
      event = key.equals("event") ? value : event;
      return true;
    }
    switch (key) {
      case "track" -> track = value;
      case "timestamp" -> timestamp = value;
      case "payload" -> payload = value;
      default -> {} // chunk, and what later versions add
    }
    return true;
  }

  private @Nullable String string() {
    if (!take('"')) {
      return null;
    }
    int end = text.indexOf('"', at);
    if (end < 0) {
      return null;
    }
    String value = text.substring(at, end);
    if (value.indexOf('\\') >= 0) {
      return null;
    }
    at = end + 1;
    return value;
  }

  private boolean take(char wanted) {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }
}
