package org.cordboard.handoff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cordboard.config.ManualClock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.Commit;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerEvent;

/**
 * A ledger in memory whose store answers as told: at once with {@code answer}, or when released.
 */
final class FakeLedger implements CallLedger {
  static final LedgerCodec CODEC =
      new LedgerCodec().register(DialogEvent.class).register(HandoffEvent.class);

  private static final Instant AT = new ManualClock().now();

  final List<LedgerEntry> entries = new ArrayList<>();
  final List<LedgerEvent> events = new ArrayList<>();
  private final List<Consumer<Commit>> held = new ArrayList<>();
  Commit answer = Commit.DURABLE;
  boolean holding;

  @Override
  public CallId call() {
    return new CallId("CA1");
  }

  @Override
  public LedgerEntry append(LedgerEvent event) {
    LedgerEntry entry = CODEC.encode(entries.size() + 1L, AT, event);
    entries.add(entry);
    events.add(event);
    return entry;
  }

  @Override
  public LedgerEntry commit(LedgerEvent event, Consumer<Commit> then) {
    LedgerEntry entry = append(event);
    if (holding) {
      held.add(then);
    } else {
      then.accept(answer);
    }
    return entry;
  }

  /** The store answers what it has been holding back, oldest first. */
  void release() {
    holding = false;
    List<Consumer<Commit>> now = List.copyOf(held);
    held.clear();
    now.forEach(then -> then.accept(answer));
  }

  /** The details of the transfer's and the offers' changes, such as {@code CA1-o1 DIALING}. */
  List<String> states() {
    List<String> states = new ArrayList<>();
    for (LedgerEvent event : events) {
      if (event instanceof HandoffEvent.TransferChanged changed) {
        states.add(changed.state().name());
      } else if (event instanceof HandoffEvent.OfferChanged changed) {
        states.add(changed.offer() + " " + changed.state());
      }
    }
    return states;
  }

  @Override
  public List<LedgerEntry> entries() {
    return entries;
  }

  @Override
  public void follow(Consumer<LedgerEntry> reader) {
    throw new IllegalStateException("a transfer does not follow");
  }

  @Override
  public boolean degraded() {
    return answer == Commit.MEMORY;
  }

  @Override
  public void watch(Consumer<Boolean> watcher) {
    throw new IllegalStateException("a transfer does not watch");
  }

  @Override
  public void close(Runnable then) {
    then.run();
  }
}
