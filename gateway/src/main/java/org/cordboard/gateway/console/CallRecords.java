package org.cordboard.gateway.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerStore;
import org.cordboard.gateway.recording.Recorder;

/**
 * Everything about one call, live or ended: what the feed saw, completed from the store (entries of
 * before a restart, calls no longer in memory), with its recordings. Without the store the feed's
 * part is the answer.
 */
final class CallRecords {
  private final ConsoleFeed feed;
  private final LedgerStore store;
  private final Recorder recorder;

  CallRecords(ConsoleFeed feed, LedgerStore store, Recorder recorder) {
    this.feed = feed;
    this.store = store;
    this.recorder = recorder;
  }

  void read(CallId call, Loop loop, Consumer<Optional<JsonObject>> then) {
    Optional<JsonObject> seen = feed.detail(call);
    if (seen.isPresent() && complete(seen.get())) {
      withRecordings(call, seen.get(), loop, then);
      return;
    }
    store.read(
        call,
        loop,
        Completion.<List<LedgerEntry>>of(
            stored -> merge(call, seen, stored, loop, then),
            failure -> merge(call, seen, List.of(), loop, then)));
  }

  /** True when the entries in memory begin with the first. */
  private static boolean complete(JsonObject detail) {
    JsonArray entries = detail.getJsonArray("entries");
    return entries.isEmpty() || entries.getJsonObject(0).getLong("sequence") == 1;
  }

  private void merge(
      CallId call,
      Optional<JsonObject> seen,
      List<LedgerEntry> stored,
      Loop loop,
      Consumer<Optional<JsonObject>> then) {
    if (seen.isEmpty() && stored.isEmpty()) {
      then.accept(Optional.empty());
      return;
    }
    TreeMap<Long, JsonObject> entries = new TreeMap<>();
    stored.forEach(entry -> entries.put(entry.sequence(), EntryJson.of(entry)));
    // live entries, read after the feed was asked, come again on the feed: keep the feed's own end
    JsonObject detail = seen.orElseGet(() -> StoredCall.of(call, stored));
    if (seen.isPresent()) {
      JsonArray live = detail.getJsonArray("entries");
      long first = live.getJsonObject(0).getLong("sequence");
      entries.tailMap(first, true).clear();
      live.forEach(
          entry -> entries.put(((JsonObject) entry).getLong("sequence"), (JsonObject) entry));
    }
    detail.put("entries", new JsonArray(List.copyOf(entries.values())));
    withRecordings(call, detail, loop, then);
  }

  private void withRecordings(
      CallId call, JsonObject detail, Loop loop, Consumer<Optional<JsonObject>> then) {
    recorder.parts(
        call,
        loop,
        Completion.<List<Recorder.Part>>of(
            parts -> then.accept(Optional.of(detail.put("recordings", json(parts)))),
            failure -> then.accept(Optional.of(detail.put("recordings", new JsonArray())))));
  }

  private static JsonArray json(List<Recorder.Part> parts) {
    JsonArray all = new JsonArray();
    parts.forEach(
        part ->
            all.add(
                new JsonObject()
                    .put("part", part.number())
                    .put("ms", part.length().toMillis())
                    .put("bytes", part.bytes())));
    return all;
  }

  /** A call that only the store knows, folded into a summary. */
  static final class StoredCall {
    private StoredCall() {}

    static JsonObject of(CallId call, List<LedgerEntry> entries) {
      CallProgress progress = new CallProgress();
      entries.forEach(entry -> progress.take(EntryJson.of(entry)));
      JsonObject summary = new JsonObject().put("call", call.value()).put("seq", 0);
      String first = entries.isEmpty() ? "" : entries.get(0).at().toString();
      String last = entries.isEmpty() ? "" : entries.get(entries.size() - 1).at().toString();
      summary.put("to", "").put("startedAt", first).put("endedAt", last);
      summary.put("phase", "ENDED").put("floor", "");
      progress.write(summary, true, Duration.ZERO);
      return new JsonObject()
          .put("summary", summary)
          .put("seq", 0)
          .put("partials", new JsonObject())
          .put("replies", new JsonArray());
    }
  }
}
