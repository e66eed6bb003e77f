package org.cordboard.gateway.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.gateway.console.SupervisorEvent.CallEnded;
import org.cordboard.gateway.console.SupervisorEvent.CallStarted;
import org.cordboard.gateway.console.SupervisorEvent.EntryAppended;
import org.cordboard.gateway.console.SupervisorEvent.FloorChanged;
import org.cordboard.gateway.console.SupervisorEvent.PartialWords;
import org.cordboard.gateway.console.SupervisorEvent.PhaseChanged;
import org.cordboard.gateway.console.SupervisorEvent.ReplyMeasured;

/** One call as the feed knows it. Guarded by the feed's lock. */
final class WatchedCall {
  private static final int MAX_ENTRIES = 5_000; // hours of talk; the ledger keeps the rest
  private static final int MAX_REPLIES = 500;

  private final String id;
  private final CallProgress progress = new CallProgress();
  private final ArrayDeque<JsonObject> entries = new ArrayDeque<>();
  private final List<Long> replies = new ArrayList<>();
  private final Map<String, String> partials = new TreeMap<>();
  private String to = "";
  private String phase = "RINGING";
  private String floor = "";
  private String outcome = "";
  private String startedAt = "";
  private String endedAt = "";
  private Instant activeAt = Instant.EPOCH;
  private long seq;

  WatchedCall(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  /** Takes the event and answers the message that watchers get. */
  JsonObject apply(SupervisorEvent event, Instant now) {
    seq++;
    activeAt = now;
    if (startedAt.isEmpty()) {
      startedAt = now.toString();
    }
    if (event instanceof CallStarted started) {
      to = started.to();
      startedAt = started.at().toString();
      return message("started").put("summary", summary(now));
    } else if (event instanceof PhaseChanged changed) {
      phase = changed.phase();
      return message("phase").put("phase", phase).put("summary", summary(now));
    } else if (event instanceof FloorChanged changed) {
      floor = changed.floor();
      return message("floor").put("floor", floor);
    } else if (event instanceof EntryAppended appended) {
      JsonObject entry = entry(appended.entry());
      return message("entry").put("entry", entry).put("summary", summary(now));
    } else if (event instanceof PartialWords words) {
      partials.put(words.who(), words.maskedText());
      return message("partial").put("who", words.who()).put("text", words.maskedText());
    } else if (event instanceof ReplyMeasured measured) {
      if (replies.size() < MAX_REPLIES) {
        replies.add(measured.replyMs());
      }
      return message("reply").put("ms", measured.replyMs()).put("summary", summary(now));
    }
    outcome = ((CallEnded) event).outcome();
    phase = "ENDED";
    endedAt = now.toString();
    partials.clear();
    return message("ended").put("outcome", outcome).put("summary", summary(now));
  }

  private JsonObject entry(LedgerEntry appended) {
    JsonObject entry = EntryJson.of(appended);
    entries.add(entry);
    if (entries.size() > MAX_ENTRIES) {
      entries.poll();
    }
    progress.take(entry);
    switch (appended.type()) {
      case "CallerSaid" -> partials.remove("caller");
      case "PersonSaid" -> partials.remove(entry.getJsonObject("body").getString("who", "person"));
      default -> {}
    }
    return entry;
  }

  private JsonObject message(String type) {
    return new JsonObject().put("type", type).put("call", id).put("seq", seq);
  }

  /** How long nobody has said anything: not while the AI speaks, nor outside a conversation. */
  private Duration quiet(Instant now) {
    boolean silent = phase.equals("CONVERSING") && !floor.equals("SPEAKING");
    return silent ? Duration.between(activeAt, now) : Duration.ZERO;
  }

  JsonObject summary(Instant now) {
    JsonObject summary = new JsonObject().put("call", id).put("seq", seq).put("to", to);
    summary.put("startedAt", startedAt).put("endedAt", endedAt);
    summary.put("phase", phase).put("floor", floor);
    progress.write(summary, phase.equals("ENDED"), quiet(now));
    summary.put("activeAt", activeAt.toString());
    if (!outcome.isEmpty()) {
      summary.put("outcome", outcome);
    }
    if (!replies.isEmpty()) {
      summary.put("replyMs", replies.get(replies.size() - 1));
    }
    return summary;
  }

  JsonObject detail(Instant now) {
    return new JsonObject()
        .put("summary", summary(now))
        .put("seq", seq)
        .put("entries", new JsonArray(new ArrayList<>(entries)))
        .put("partials", new JsonObject(new TreeMap<>(partials)))
        .put("replies", new JsonArray(new ArrayList<>(replies)));
  }
}
