package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerStore;
import org.cordboard.dialog.store.Promise;
import org.cordboard.dialog.store.Promises;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that the carrier has recorded where no AI was: each is owed an answer (R43), on the work
 * list and on its call's ledger. Told twice, it is owed once. Used on the call's loop.
 */
public final class RecordedMessages {
  private static final Logger log = LoggerFactory.getLogger(RecordedMessages.class);
  private static final Duration DUE = Duration.ofHours(24); // as for messages that the AI takes
  private static final String KIND = "message";
  private static final String OWNER = "callbacks";
  private static final int TRIES = 8; // with doubled pauses: the store may be away for 20 minutes
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

  private final Promises promises;
  private final Workers workers;
  private final LedgerStore ledgers;
  private final LedgerCodec codec;

  /** Promises are made on {@code workers}; {@code codec} reads what a ledger has already. */
  public RecordedMessages(
      Promises promises, Workers workers, LedgerStore ledgers, LedgerCodec codec) {
    this.promises = promises;
    this.workers = workers;
    this.ledgers = ledgers;
    this.codec = codec;
  }

  /**
   * A message was recorded in {@code call}.
   *
   * @param over true when the call's ledger has its outcome, so that it can be opened for this
   */
  void taken(CallId call, String recordingSid, int durationS, boolean over, Loop loop) {
    DialogEvent.PromiseMade owed = owed(call, recordingSid, durationS);
    make(call, owed, loop, FIRST_PAUSE, 1);
    if (over) {
      ledgers.resume(
          call,
          loop,
          Completion.of(
              ledger -> note(ledger, owed),
              failure -> log.warn("call {}: its message is not on its ledger", call)));
    }
  }

  private static DialogEvent.PromiseMade owed(CallId call, String recordingSid, int durationS) {
    return new DialogEvent.PromiseMade(
        call + "-recorded-" + recordingSid,
        KIND,
        "listen to the recorded message ("
            + durationS
            + " s, carrier's recording "
            + recordingSid
            + ") and call back");
  }

  private void make(
      CallId call, DialogEvent.PromiseMade owed, Loop loop, Duration pause, int attempt) {
    Promise promise =
        new Promise(
            owed.id(),
            call.value(),
            KIND,
            OWNER,
            owed.text(),
            loop.clock().now().plus(DUE),
            Promise.State.OPEN);
    workers.submit(
        () -> {
          promises.make(promise);
          return true;
        },
        loop,
        Completion.of(
            made -> log.info("call {}: a recorded message is owed an answer", call),
            failure -> {
              if (attempt == TRIES) {
                log.error(
                    "call {}: {} is not on the work list, the store does not answer; put it there"
                        + " by hand",
                    call,
                    owed.id());
              } else {
                loop.clock()
                    .after(pause, () -> make(call, owed, loop, pause.multipliedBy(2), attempt + 1));
              }
            }));
  }

  private void note(CallLedger ledger, DialogEvent.PromiseMade owed) {
    if (!told(ledger.entries(), owed.id())) {
      ledger.append(owed);
    }
    ledger.close(() -> {});
  }

  private boolean told(List<LedgerEntry> entries, String id) {
    return entries.stream()
        .anyMatch(
            entry ->
                codec.decode(entry).orElse(null) instanceof DialogEvent.PromiseMade made
                    && made.id().equals(id));
  }
}
