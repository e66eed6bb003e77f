package org.cordboard.gateway.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.Clock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * Where calls tell and supervisors listen: the state of every live call and of the latest ended
 * ones, and a stream of changes. A new watcher gets a snapshot first, then every change after it,
 * none twice. Publishing never waits for a watcher. Any thread.
 */
public final class ConsoleFeed {
  private final Clock clock;
  private final int perWatcher;
  private final int keepEnded;
  private final Map<String, WatchedCall> live = new LinkedHashMap<>();
  private final Map<String, WatchedCall> ended = new LinkedHashMap<>();
  private final List<Subscription> watchers = new ArrayList<>();

  /**
   * An empty feed.
   *
   * @param perWatcher messages that may wait for one watcher
   * @param keepEnded ended calls kept in memory
   */
  public ConsoleFeed(Clock clock, int perWatcher, int keepEnded) {
    this.clock = clock;
    this.perWatcher = perWatcher;
    this.keepEnded = keepEnded;
  }

  /** A call began, or goes on here. */
  public void callStarted(CallId call, String to, Instant at) {
    publish(new SupervisorEvent.CallStarted(call, to, at));
  }

  /** The call's phase, by name. */
  public void phase(CallId call, String phase) {
    publish(new SupervisorEvent.PhaseChanged(call, phase));
  }

  /** Who has the floor, by name. */
  public void floor(CallId call, String floor) {
    publish(new SupervisorEvent.FloorChanged(call, floor));
  }

  /** The ledger has one more entry. */
  public void entry(CallId call, LedgerEntry entry) {
    publish(new SupervisorEvent.EntryAppended(call, entry));
  }

  /** Words so far of {@code caller} or {@code person}, masked. */
  public void partial(CallId call, String who, String maskedText) {
    publish(new SupervisorEvent.PartialWords(call, who, maskedText));
  }

  /** How long the AI's answer took. */
  public void replyMs(CallId call, long replyMs) {
    publish(new SupervisorEvent.ReplyMeasured(call, replyMs));
  }

  /** The call is over. */
  public void ended(CallId call, String outcome) {
    publish(new SupervisorEvent.CallEnded(call, outcome));
  }

  /**
   * Takes any event; what comes after a call's end is dropped, except its ledger's last entries.
   */
  public void publish(SupervisorEvent event) {
    List<Subscription> wake = new ArrayList<>();
    synchronized (this) {
      WatchedCall watched = find(event);
      if (watched == null) {
        return;
      }
      JsonObject message = watched.apply(event, clock.now());
      if (event instanceof SupervisorEvent.CallEnded) {
        retire(watched);
      }
      if (!watchers.isEmpty()) {
        String json = message.encode();
        for (Subscription watcher : watchers) {
          if (watcher.wants(watched.id()) && watcher.offer(json)) {
            wake.add(watcher);
          }
        }
      }
    }
    wake.forEach(Subscription::wake);
  }

  private @Nullable WatchedCall find(SupervisorEvent event) {
    String id = event.call().value();
    if (event instanceof SupervisorEvent.CallStarted) {
      ended.remove(id);
      return live.computeIfAbsent(id, WatchedCall::new);
    }
    WatchedCall over = ended.get(id);
    if (over != null) {
      return event instanceof SupervisorEvent.EntryAppended ? over : null;
    }
    return live.computeIfAbsent(id, WatchedCall::new);
  }

  private void retire(WatchedCall watched) {
    live.remove(watched.id());
    ended.put(watched.id(), watched);
    while (ended.size() > keepEnded) {
      ended.remove(ended.keySet().iterator().next());
    }
  }

  /**
   * Joins: the snapshot waits at once, {@code wake} is called when something comes and nothing was
   * waiting. {@code wake} must not block; it is called on the thread that publishes.
   *
   * @param only the one call to watch, or null for all
   */
  public Subscription subscribe(@Nullable CallId only, Runnable wake) {
    String id = only == null ? null : only.value();
    Subscription watcher = new Subscription(this, id, perWatcher, wake);
    synchronized (this) {
      watcher.offer(snapshot(id).encode());
      watchers.add(watcher);
    }
    watcher.wake();
    return watcher;
  }

  synchronized void leave(Subscription watcher) {
    watchers.remove(watcher);
  }

  private JsonObject snapshot(@Nullable String only) {
    JsonArray calls = new JsonArray();
    summaries(live).stream()
        .filter(summary -> only == null || only.equals(summary.getString("call")))
        .forEach(calls::add);
    return new JsonObject()
        .put("type", "snapshot")
        .put("at", clock.now().toString())
        .put("calls", calls);
  }

  /** Live calls, riskiest first, as the JSON summaries that the page lists. */
  synchronized List<JsonObject> live() {
    return summaries(live).stream()
        .sorted(Comparator.comparingInt((JsonObject call) -> -call.getInteger("risk", 0)))
        .toList();
  }

  /** Ended calls still in memory, latest first. */
  synchronized List<JsonObject> ended() {
    List<JsonObject> latest = new ArrayList<>(summaries(ended));
    java.util.Collections.reverse(latest);
    return latest;
  }

  /** All that is known here of one call: its summary and the entries seen; empty when unknown. */
  synchronized Optional<JsonObject> detail(CallId call) {
    WatchedCall watched = live.getOrDefault(call.value(), ended.get(call.value()));
    return Optional.ofNullable(watched).map(known -> known.detail(clock.now()));
  }

  /** Live calls, for the metrics. */
  public synchronized int liveCalls() {
    return live.size();
  }

  /** Watchers, for the metrics. */
  public synchronized int watchers() {
    return watchers.size();
  }

  private List<JsonObject> summaries(Map<String, WatchedCall> calls) {
    Instant now = clock.now();
    return calls.values().stream().map(call -> call.summary(now)).toList();
  }
}
