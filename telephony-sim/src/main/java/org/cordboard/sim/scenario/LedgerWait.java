package org.cordboard.sim.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;

/** Reads a ledger again and again until the call has its outcome, for a bounded time. */
final class LedgerWait {
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final int READS = 20;

  private final Ledger ledger;
  private final Loop loop;
  private final String callSid;
  private int reads;

  LedgerWait(Ledger ledger, Loop loop, String callSid) {
    this.ledger = ledger;
    this.loop = loop;
    this.callSid = callSid;
  }

  /** Tells the entries, and what went wrong or {@code ""}; once, on the loop. */
  void await(BiConsumer<List<LedgerLine>, String> then) {
    if (callSid.isEmpty()) {
      then.accept(List.of(), "");
      return;
    }
    reads++;
    ledger.read(
        callSid,
        loop,
        Completion.of(
            lines -> {
              boolean over = lines.stream().anyMatch(each -> each.type().equals("CallEnded"));
              if (over || reads >= READS) {
                then.accept(lines, over ? "" : "the call has no CallEnded entry on its ledger");
              } else {
                loop.clock().after(PAUSE, () -> await(then));
              }
            },
            failure -> {
              if (reads >= READS) {
                then.accept(List.of(), "the ledger cannot be read: " + failure.getMessage());
              } else {
                loop.clock().after(PAUSE, () -> await(then));
              }
            }));
  }
}
