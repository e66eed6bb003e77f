package org.cordboard.lab.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.gateway.twilio.TwilioDoor;

/**
 * A carrier's end of one media socket that costs nothing while it is measured: what the gateway
 * sends is kept, and looked at afterwards. Times in milliseconds of audio. One thread.
 */
final class FrameLine implements TwilioDoor.SocketPort {
  private static final String PAYLOAD = "\"payload\":\"";
  private static final String NAME = "\"name\":\"";
  private static final int BYTES_PER_MS = 8;

  private record Mark(String name, long dueMs) {}

  private final List<String> sent = new ArrayList<>();
  private final ArrayDeque<Mark> marks = new ArrayDeque<>();
  private long dryAtMs;
  private long playedBytes;
  private boolean closed;

  @Override
  public void send(String text) {
    sent.add(text);
  }

  @Override
  public void close(short code, String why) {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  /** Bytes of μ-law that came so far. */
  long playedBytes() {
    return playedBytes;
  }

  /** Looks at what was sent, and answers the messages for marks that are due. */
  List<String> due(long nowMs) {
    for (String text : sent) {
      if (text.startsWith("{\"event\":\"media\"")) {
        int characters = part(text, PAYLOAD).length();
        int bytes = characters / 4 * 3 - (text.contains("==\"") ? 2 : text.contains("=\"") ? 1 : 0);
        playedBytes += bytes;
        dryAtMs = Math.max(dryAtMs, nowMs) + bytes / BYTES_PER_MS;
      } else if (text.startsWith("{\"event\":\"mark\"")) {
        marks.add(new Mark(part(text, NAME), Math.max(dryAtMs, nowMs)));
      } else if (text.startsWith("{\"event\":\"clear\"")) {
        dryAtMs = Math.min(dryAtMs, nowMs);
        for (int left = marks.size(); left > 0; left--) {
          marks.add(new Mark(marks.remove().name(), nowMs));
        }
      }
    }
    sent.clear();
    List<String> due = new ArrayList<>();
    while (!marks.isEmpty() && marks.element().dueMs() <= nowMs) {
      due.add("{\"event\":\"mark\",\"mark\":{\"name\":\"" + marks.remove().name() + "\"}}");
    }
    return due;
  }

  private static String part(String text, String key) {
    int from = text.indexOf(key) + key.length();
    return text.substring(from, text.indexOf('"', from));
  }
}
