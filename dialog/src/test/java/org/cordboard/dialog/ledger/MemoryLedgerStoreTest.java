package org.cordboard.dialog.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.CallId;
import org.junit.jupiter.api.Test;

class MemoryLedgerStoreTest {
  private static final CallId CALL = new CallId("CA1");

  private final ManualClock loop = new ManualClock();
  private final MemoryLedgerStore store = new MemoryLedgerStore(SampleEvent.codec());
  private final List<Object> news = new ArrayList<>();

  @Test
  void entriesAreNumberedAndFollowed() {
    CallLedger ledger = store.open(CALL, loop);
    ledger.follow(entry -> news.add(entry.sequence()));

    ledger.append(new SampleEvent.Said("a"));
    ledger.commit(new SampleEvent.Decided(1), news::add);

    assertThat(news).containsExactly(1L, 2L, Commit.DURABLE);
    assertThat(ledger.entries()).extracting(LedgerEntry::type).containsExactly("Said", "Decided");
  }

  @Test
  void absentStoreAndTakenCallCanBePlayed() {
    CallLedger ledger = store.open(CALL, loop);
    ledger.watch(news::add);
    ledger.whenFenced(() -> news.add("fenced"));

    store.degrade(true);
    ledger.commit(new SampleEvent.Decided(1), news::add);
    store.degrade(false);
    store.fence(CALL);
    ledger.commit(new SampleEvent.Decided(2), news::add);

    assertThat(news).containsExactly(true, Commit.MEMORY, false, "fenced", Commit.FENCED);
  }

  @Test
  void resumedLedgerNumbersOn() {
    store.open(CALL, loop).append(new SampleEvent.Said("a"));

    store.resume(
        CALL,
        loop,
        Completion.of(
            ledger -> news.add(ledger.append(new SampleEvent.Said("b")).sequence()), news::add));

    assertThat(news).containsExactly(2L);
  }

  @Test
  void endedCallIsNoLongerLive() {
    store.open(CALL, loop);
    store.open(new CallId("CA2"), loop);

    store.ended(CALL);

    store.live(loop, Completion.of(news::add, news::add));
    store.ended(5, loop, Completion.of(news::add, news::add));
    assertThat(news).containsExactly(List.of(new CallId("CA2")), List.of(CALL));
  }

  @Test
  void readingFoldsWhatIsThereAndWhatComes() {
    CallLedger ledger = store.open(CALL, loop);
    ledger.append(new SampleEvent.Said("a"));
    Reading<Integer> saidCount = (count, entry) -> entry.type().equals("Said") ? count + 1 : count;

    Reading.Live<Integer> live = saidCount.live(0, ledger);
    assertThat(live.view()).isEqualTo(1);

    ledger.append(new SampleEvent.Decided(1));
    ledger.append(new SampleEvent.Said("b"));
    assertThat(live.view()).isEqualTo(2);
    assertThat(saidCount.of(0, ledger.entries())).isEqualTo(2);
  }
}
