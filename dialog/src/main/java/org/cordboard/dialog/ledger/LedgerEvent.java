package org.cordboard.dialog.ledger;

/**
 * Something that happened in a call. Each module seals a family of records of its own under this
 * and registers them with {@link LedgerCodec}; the ledger itself knows none of them.
 */
public interface LedgerEvent {}
