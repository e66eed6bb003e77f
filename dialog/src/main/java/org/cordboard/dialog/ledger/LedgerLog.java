package org.cordboard.dialog.ledger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The entries of one call in memory: numbers them, keeps the latest, tells followers. */
final class LedgerLog {
  private final LedgerCodec codec;
  private final int mostEntries;
  private final ArrayDeque<LedgerEntry> entries = new ArrayDeque<>();
  private final List<Consumer<LedgerEntry>> followers = new ArrayList<>();
  private long last;

  LedgerLog(LedgerCodec codec, int mostEntries) {
    this.codec = codec;
    this.mostEntries = mostEntries;
  }

  /** Takes over entries written earlier; numbering goes on after them. */
  void restore(List<LedgerEntry> earlier) {
    earlier.forEach(this::keep);
  }

  LedgerEntry add(Instant at, LedgerEvent event) {
    LedgerEntry entry = codec.encode(last + 1, at, event);
    keep(entry);
    return entry;
  }

  private void keep(LedgerEntry entry) {
    last = entry.sequence();
    entries.add(entry);
    if (entries.size() > mostEntries) {
      entries.remove();
    }
  }

  /** Apart from {@link #add}, so that an entry is on its way before anyone reacts to it. */
  void tell(LedgerEntry entry) {
    List.copyOf(followers).forEach(follower -> follower.accept(entry));
  }

  void follow(Consumer<LedgerEntry> reader) {
    followers.add(reader);
  }

  long last() {
    return last;
  }

  List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  List<LedgerEntry> from(long sequence) {
    return entries.stream().filter(entry -> entry.sequence() >= sequence).toList();
  }
}
