package org.cordboard.dialog.ledger;

import java.time.Duration;

/**
 * How ledgers are written and kept: section {@code store.ledger}; each key is explained in {@code
 * reference.conf}.
 */
public record LedgerSettings(
    int lanes,
    Duration acknowledgeWithin,
    Duration retryAfter,
    Duration retryAtMost,
    int batchEntries,
    int memoryEntries,
    int waitingEntries,
    Duration retention,
    int endedCalls,
    int readers) {

  /** Checks the ranges. */
  public LedgerSettings {
    atLeastOne("lanes", lanes);
    atLeastOne("batch-entries", batchEntries);
    atLeastOne("memory-entries", memoryEntries);
    atLeastOne("waiting-entries", waitingEntries);
    atLeastOne("ended-calls", endedCalls);
    atLeastOne("readers", readers);
    positive("acknowledge-within", acknowledgeWithin);
    positive("retry-after", retryAfter);
    positive("retention", retention);
    if (retryAtMost.compareTo(retryAfter) < 0) {
      throw new IllegalArgumentException("retry-at-most must not be shorter than retry-after");
    }
  }

  private static void atLeastOne(String key, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " must be at least 1");
    }
  }

  private static void positive(String key, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(key + " must be longer than nothing");
    }
  }
}
