package org.cordboard.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.junit.jupiter.api.Test;

class ConsoleFeedTest {
  private static final CallId ONE = new CallId("CA1");
  private static final CallId TWO = new CallId("CA2");

  private final ManualClock clock = new ManualClock();
  private final ConsoleFeed feed = new ConsoleFeed(clock, 4, 2);
  private final LedgerCodec codec = new LedgerCodec().register(DialogEvent.class);
  private long sequence;

  private void entry(CallId call, LedgerEvent event) {
    feed.entry(call, codec.encode(++sequence, clock.now(), event));
  }

  private static List<JsonObject> drain(Subscription watcher) {
    List<JsonObject> all = new ArrayList<>();
    for (String next = watcher.next(); next != null; next = watcher.next()) {
      all.add(new JsonObject(next));
    }
    return all;
  }

  private static List<String> types(List<JsonObject> messages) {
    return messages.stream().map(message -> message.getString("type")).toList();
  }

  @Test
  void watcherGetsSnapshotThenEveryLaterChangeOnce() {
    feed.callStarted(ONE, "+15550100", clock.now());
    Subscription watcher = feed.subscribe(null, () -> {});
    feed.phase(ONE, "CONVERSING");
    feed.partial(ONE, "caller", "where is");

    List<JsonObject> messages = drain(watcher);

    assertThat(types(messages)).containsExactly("snapshot", "phase", "partial");
    assertThat(messages.get(0).getJsonArray("calls")).hasSize(1);
    assertThat(messages.get(1).getLong("seq")).isEqualTo(2);
    assertThat(messages.get(2).getLong("seq")).isEqualTo(3);
  }

  @Test
  void watcherIsWokenOnlyWhenNothingWasWaiting() {
    List<String> wakes = new ArrayList<>();
    Subscription watcher = feed.subscribe(null, () -> wakes.add("wake"));
    feed.callStarted(ONE, "", clock.now());
    feed.floor(ONE, "LISTENING");
    assertThat(wakes).hasSize(1);

    drain(watcher);
    feed.floor(ONE, "THINKING");
    assertThat(wakes).hasSize(2);
  }

  @Test
  void slowWatcherLosesTheOldestAndIsToldHowMany() {
    Subscription slow = feed.subscribe(null, () -> {});
    Subscription fast = feed.subscribe(null, () -> {});
    for (int i = 0; i < 10; i++) {
      feed.partial(ONE, "caller", "word " + i);
      drain(fast);
    }

    List<JsonObject> messages = drain(slow);

    assertThat(types(messages)).containsExactly("lost", "partial", "partial", "partial", "partial");
    assertThat(messages.get(0).getLong("count")).isEqualTo(7);
    assertThat(messages.get(4).getString("text")).isEqualTo("word 9");
    assertThat(slow.dropped()).isEqualTo(7);
    assertThat(fast.dropped()).isZero();
  }

  @Test
  void watcherOfOneCallHearsNothingOfOthers() {
    Subscription watcher = feed.subscribe(TWO, () -> {});
    feed.callStarted(ONE, "", clock.now());
    feed.callStarted(TWO, "", clock.now());

    assertThat(types(drain(watcher))).containsExactly("snapshot", "started");
  }

  @Test
  void closedWatcherGetsNothingMore() {
    Subscription watcher = feed.subscribe(null, () -> {});
    drain(watcher);
    watcher.close();
    feed.callStarted(ONE, "", clock.now());

    assertThat(watcher.next()).isNull();
    assertThat(feed.watchers()).isZero();
  }

  @Test
  void angryCallIsListedBeforeCalmOne() {
    feed.callStarted(ONE, "", clock.now());
    feed.callStarted(TWO, "", clock.now());
    entry(ONE, new DialogEvent.Understood(1, "status", 0.9, Map.of(), "neutral", 0.0));
    entry(TWO, new DialogEvent.Understood(1, "complaint", 0.9, Map.of(), "angry", 0.8));
    entry(TWO, new DialogEvent.EscalationFired("R14", "transfer-now", "asked", 1));

    assertThat(feed.live().stream().map(call -> call.getString("call")))
        .containsExactly("CA2", "CA1");
    assertThat(feed.live().get(0).getInteger("risk")).isGreaterThan(55);
    assertThat(feed.live().get(0).getJsonArray("riskReasons")).contains("anger", "escalation");
  }

  @Test
  void silenceWhileConversingRaisesRisk() {
    feed.callStarted(ONE, "", clock.now());
    feed.phase(ONE, "CONVERSING");
    entry(ONE, new DialogEvent.AgentSaid(1, "Hello?", "PLAYBOOK", "greeting"));
    assertThat(feed.live().get(0).getInteger("risk")).isZero();

    clock.advance(Duration.ofSeconds(20));

    assertThat(feed.live().get(0).getJsonArray("riskReasons")).containsExactly("dead air");

    feed.partial(ONE, "caller", "hm");
    assertThat(feed.live().get(0).getInteger("risk")).as("somebody speaks").isZero();
    feed.floor(ONE, "SPEAKING");
    clock.advance(Duration.ofSeconds(20));
    assertThat(feed.live().get(0).getInteger("risk")).as("a long answer").isZero();
  }

  @Test
  void endedCallMovesAndKeepsTakingItsLastEntriesOnly() {
    feed.callStarted(ONE, "", clock.now());
    feed.ended(ONE, "CONVERSED");
    feed.partial(ONE, "caller", "late");
    entry(ONE, new DialogEvent.NoticeHeard("ai"));

    assertThat(feed.live()).isEmpty();
    assertThat(feed.ended().get(0).getString("outcome")).isEqualTo("CONVERSED");
    JsonObject detail = feed.detail(ONE).orElseThrow();
    assertThat(detail.getJsonArray("entries")).hasSize(1);
    assertThat(detail.getJsonObject("partials")).isEmpty();
  }

  @Test
  void onlyTheLatestEndedCallsStayInMemory() {
    for (String id : List.of("CA1", "CA2", "CA3")) {
      feed.callStarted(new CallId(id), "", clock.now());
      feed.ended(new CallId(id), "CONVERSED");
    }

    assertThat(feed.ended().stream().map(call -> call.getString("call")))
        .containsExactly("CA3", "CA2");
  }

  @Test
  void finalWordsReplacePartialOnes() {
    feed.callStarted(ONE, "", clock.now());
    feed.partial(ONE, "caller", "my order");
    entry(ONE, new DialogEvent.CallerSaid(1, "my order is late", 0.9, false, 0, 1000));

    assertThat(feed.detail(ONE).orElseThrow().getJsonObject("partials")).isEmpty();
  }
}
