package org.cordboard.dialog.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** What a ledger does with the store's answers, in virtual time; the answers are the test's. */
class RedisLedgerTimingTest {
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final ManualClock loop = new ManualClock();
  private final RedisClient absent = RedisClient.create("127.0.0.1", 1);
  private final WriterLane lane =
      new WriterLane("lane", absent, Settings.load().bind("store.ledger", LedgerSettings.class));
  private final RedisLedger ledger =
      new RedisLedger(
          new CallId("CA1"),
          loop,
          new LedgerLog(SampleEvent.codec(), 3),
          lane,
          new RedisLedger.LaneRoute("key", "me"),
          PATIENCE);
  private final List<Object> news = new ArrayList<>();

  @AfterEach
  void close() {
    lane.close();
    absent.close();
  }

  private void commit() {
    ledger.commit(new SampleEvent.Decided(1), news::add);
  }

  @Test
  void acknowledgementInTimeIsDurable() {
    ledger.append(new SampleEvent.Said("a"));
    commit();
    loop.advance(PATIENCE.minusMillis(1));
    ledger.acknowledged(1);
    assertThat(news).isEmpty();

    ledger.acknowledged(2);
    loop.advance(PATIENCE);

    assertThat(news).containsExactly(Commit.DURABLE);
    assertThat(ledger.degraded()).isFalse();
  }

  @Test
  void lateAcknowledgementDoesNotAnswerTwiceAndEndsTheDegradation() {
    ledger.watch(news::add);
    commit();

    loop.advance(PATIENCE);
    assertThat(news).containsExactly(true, Commit.MEMORY);

    ledger.acknowledged(1);
    loop.advance(PATIENCE);
    assertThat(news).containsExactly(true, Commit.MEMORY, false);
  }

  @Test
  void degradedLedgerAnswersSoonButNeverWithinTheCall() {
    commit();
    loop.advance(PATIENCE);
    commit();
    assertThat(news).containsExactly(Commit.MEMORY);

    loop.advance(Duration.ZERO);
    assertThat(news).containsExactly(Commit.MEMORY, Commit.MEMORY);
  }

  @Test
  void degradationLastsUntilTheLastEntryIsAcknowledged() {
    commit();
    loop.advance(PATIENCE);
    ledger.append(new SampleEvent.Said("b"));

    ledger.acknowledged(1);
    assertThat(ledger.degraded()).isTrue();
    ledger.acknowledged(2);
    assertThat(ledger.degraded()).isFalse();
  }

  @Test
  void orderedEntryThatIsNotAcknowledgedDegradesToo() {
    ledger.append(new SampleEvent.Said("a"));
    loop.advance(PATIENCE);

    assertThat(ledger.degraded()).isTrue();
    assertThat(lane.down()).isTrue();
  }

  @Test
  void fencedLedgerAnswersEverybodyAndWritesNoMore() {
    ledger.whenFenced(() -> news.add("hook"));
    commit();

    ledger.fenced();
    ledger.fenced();
    commit();
    loop.advance(PATIENCE.multipliedBy(2));

    assertThat(news).containsExactly(Commit.FENCED, "hook", Commit.FENCED);
    assertThat(ledger.degraded()).isFalse();
  }

  @Test
  void memoryKeepsTheLatestEntriesOnly() {
    for (int i = 0; i < 5; i++) {
      ledger.append(new SampleEvent.Decided(i));
    }
    assertThat(ledger.entries()).extracting(LedgerEntry::sequence).containsExactly(3L, 4L, 5L);
  }

  @Test
  void closingWaitsForTheStoreButNotForEver() {
    ledger.append(new SampleEvent.Said("a"));
    ledger.close(() -> news.add("closed"));
    assertThat(news).isEmpty();

    loop.advance(PATIENCE);

    assertThat(news).containsExactly("closed");
    assertThatThrownBy(() -> ledger.append(new SampleEvent.Said("b")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CA1 is closed");
  }
}
