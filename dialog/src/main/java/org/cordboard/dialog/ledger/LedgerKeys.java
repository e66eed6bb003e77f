package org.cordboard.dialog.ledger;

import org.cordboard.dialog.CallId;

/** The names that ledgers have in Redis; a call's own are tagged with it, for Cluster. */
record LedgerKeys(String prefix) {

  String stream(CallId call) {
    return prefix + ":call:{" + call + "}:ledger";
  }

  /** Sorted set of calls without an outcome, by when they began. */
  String live() {
    return prefix + ":calls:live";
  }

  /** Sorted set of calls with an outcome, by when they ended. */
  String ended() {
    return prefix + ":calls:ended";
  }
}
