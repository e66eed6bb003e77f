package org.cordboard.gateway.console;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerStore;

/**
 * The latest ended calls, newest first: those in memory, then the store's. Summaries of stored
 * calls are kept, since an ended call's ledger does not change. Any thread.
 */
final class EndedCalls {
  private final ConsoleFeed feed;
  private final LedgerStore store;
  private final int limit;
  private final Map<String, JsonObject> known = new ConcurrentHashMap<>();

  EndedCalls(ConsoleFeed feed, LedgerStore store, int limit) {
    this.feed = feed;
    this.store = store;
    this.limit = limit;
  }

  void read(Loop loop, Consumer<List<JsonObject>> then) {
    Map<String, JsonObject> calls = new LinkedHashMap<>();
    feed.ended().forEach(summary -> calls.put(summary.getString("call"), summary));
    Set<String> live = new HashSet<>();
    feed.live().forEach(summary -> live.add(summary.getString("call")));
    store.ended(
        limit,
        loop,
        Completion.<List<CallId>>of(
            ids -> {
              known.keySet().retainAll(ids.stream().map(CallId::value).toList());
              List<CallId> wanted =
                  ids.stream()
                      .filter(id -> !calls.containsKey(id.value()) && !live.contains(id.value()))
                      .toList();
              fill(wanted.iterator(), calls, loop, then);
            },
            failure -> then.accept(newest(calls))));
  }

  private void fill(
      Iterator<CallId> ids,
      Map<String, JsonObject> calls,
      Loop loop,
      Consumer<List<JsonObject>> then) {
    while (ids.hasNext()) {
      CallId id = ids.next();
      JsonObject summary = known.get(id.value());
      if (summary == null) {
        store.read(
            id,
            loop,
            Completion.<List<LedgerEntry>>of(
                entries -> {
                  JsonObject read = CallRecords.StoredCall.of(id, entries).getJsonObject("summary");
                  known.put(id.value(), read);
                  calls.put(id.value(), read);
                  fill(ids, calls, loop, then);
                },
                failure -> fill(ids, calls, loop, then)));
        return;
      }
      calls.put(id.value(), summary);
    }
    then.accept(newest(calls));
  }

  private List<JsonObject> newest(Map<String, JsonObject> calls) {
    List<JsonObject> all = new ArrayList<>(calls.values());
    all.sort((one, other) -> ended(other).compareTo(ended(one)));
    return all.size() > limit ? all.subList(0, limit) : all;
  }

  private static String ended(JsonObject summary) {
    return summary.getString("endedAt", "");
  }
}
