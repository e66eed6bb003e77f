package org.cordboard.dialog.ledger;

/** Events of no meaning, for tests of the ledger. */
sealed interface SampleEvent extends LedgerEvent {
  /** Something was said. */
  record Said(String text) implements SampleEvent {}

  /** Something was decided. */
  record Decided(int number) implements SampleEvent {}

  static LedgerCodec codec() {
    return new LedgerCodec().register(SampleEvent.class);
  }
}
