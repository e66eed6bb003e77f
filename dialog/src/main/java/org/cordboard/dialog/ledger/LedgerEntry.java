package org.cordboard.dialog.ledger;

import java.time.Instant;

/**
 * One line of a call's ledger.
 *
 * @param sequence from 1, without gaps; the stream id is {@code <sequence>-0}
 * @param at when it was appended
 * @param type the event's name, such as {@code CallerSaid}
 * @param version of the event's form, from 1
 * @param body the event as a JSON object
 */
public record LedgerEntry(long sequence, Instant at, String type, int version, String body) {}
