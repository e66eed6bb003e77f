package org.cordboard.dialog.ledger;

import java.util.List;

/**
 * A fold over a ledger: how a view changes with one entry. Transcript, model memory, brief and
 * metrics are readings. Pure; an entry that it does not know leaves the view as it is.
 *
 * @param <V> the view; immutable
 */
public interface Reading<V> {

  /** The view after {@code entry}. */
  V after(V view, LedgerEntry entry);

  /** The view of {@code entries}, beginning with {@code empty}. */
  default V of(V empty, List<LedgerEntry> entries) {
    V view = empty;
    for (LedgerEntry entry : entries) {
      view = after(view, entry);
    }
    return view;
  }

  /** A view that grows with {@code ledger}, the entries that it holds already included. */
  default Live<V> live(V empty, CallLedger ledger) {
    Live<V> live = new Live<>(of(empty, ledger.entries()));
    ledger.follow(entry -> live.view = after(live.view, entry));
    return live;
  }

  /** A view kept up to date; to be read on the ledger's loop. */
  final class Live<V> {
    private V view;

    private Live(V view) {
      this.view = view;
    }

    /** The view as of the latest entry. */
    public V view() {
      return view;
    }
  }
}
