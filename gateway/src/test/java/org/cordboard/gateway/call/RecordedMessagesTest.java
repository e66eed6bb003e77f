package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.MemoryLedgerStore;
import org.cordboard.dialog.store.MemoryPromises;
import org.cordboard.dialog.store.Promise;
import org.cordboard.dialog.store.Promises;
import org.junit.jupiter.api.Test;

class RecordedMessagesTest {
  private static final CallId CALL = new CallId("CA7");

  private final ManualClock clock = new ManualClock();
  private final LedgerCodec codec =
      new LedgerCodec().register(DialogEvent.class).register(GatewayEvent.class);
  private final MemoryLedgerStore ledgers = new MemoryLedgerStore(codec);
  private final AwayAtFirst promises = new AwayAtFirst();
  private final RecordedMessages messages =
      new RecordedMessages(promises, new InlineWorkers("test"), ledgers, codec);

  /** A store that refuses as often as it is told to. */
  private static final class AwayAtFirst implements Promises {
    private final MemoryPromises kept = new MemoryPromises();
    private int refusals;

    @Override
    public void make(Promise promise) {
      if (refusals > 0) {
        refusals--;
        throw new IllegalStateException("the store does not answer");
      }
      kept.make(promise);
    }

    @Override
    public List<Promise> open() {
      return kept.open();
    }

    @Override
    public boolean keep(String id) {
      return kept.keep(id);
    }
  }

  private void menuCall() {
    CallLedger ledger = ledgers.open(CALL, clock);
    ledger.append(new GatewayEvent.MenuGiven("calls"));
    ledger.append(
        new GatewayEvent.CallEnded(CallOutcome.Result.MENU, CallOutcome.By.US, "no room"));
    ledger.close(() -> {});
    clock.advance(Duration.ZERO);
  }

  private void taken() {
    messages.taken(CALL, "RE1", 12, true, clock);
    clock.advance(Duration.ZERO);
  }

  private List<String> types() {
    List<String> types = new ArrayList<>();
    ledgers.read(
        CALL,
        clock,
        Completion.of(
            entries -> entries.stream().map(LedgerEntry::type).forEach(types::add),
            failure -> types.add("unknown")));
    clock.advance(Duration.ZERO);
    return types;
  }

  @Test
  void messageOfAMenuCallIsOwedToTheCaller() {
    menuCall();
    taken();
    assertThat(promises.open())
        .singleElement()
        .satisfies(
            promise -> {
              assertThat(promise.kind()).isEqualTo("message");
              assertThat(promise.call()).isEqualTo("CA7");
              assertThat(promise.text()).contains("12 s", "RE1");
              assertThat(promise.due()).isEqualTo(clock.now().plus(Duration.ofHours(24)));
            });
    assertThat(types()).containsExactly("MenuGiven", "CallEnded", "PromiseMade");
  }

  @Test
  void messageToldTwiceIsOwedOnce() {
    menuCall();
    taken();
    taken();
    assertThat(promises.open()).hasSize(1);
    assertThat(types()).containsOnlyOnce("PromiseMade");
  }

  @Test
  void callWithoutALedgerIsOwedItsMessageAllTheSame() {
    taken();
    assertThat(promises.open()).hasSize(1);
    assertThat(types()).containsExactly("unknown");
  }

  @Test
  void liveCallKeepsItsLedgerToItself() {
    CallLedger ledger = ledgers.open(CALL, clock);
    messages.taken(CALL, "RE1", 12, false, clock);
    clock.advance(Duration.ZERO);
    assertThat(promises.open()).hasSize(1);
    assertThat(ledger.entries()).isEmpty();
  }

  @Test
  void promiseIsMadeWhenTheStoreIsBack() {
    promises.refusals = 2;
    taken();
    assertThat(promises.open()).isEmpty();
    clock.advance(Duration.ofSeconds(29));
    assertThat(promises.open()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(promises.open()).hasSize(1);
  }
}
