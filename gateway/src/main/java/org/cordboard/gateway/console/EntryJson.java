package org.cordboard.gateway.console;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.cordboard.dialog.ledger.LedgerEntry;

/** A ledger entry as the page gets it: its body as an object, not as text. */
final class EntryJson {
  private EntryJson() {}

  static JsonObject of(LedgerEntry entry) {
    return new JsonObject()
        .put("sequence", entry.sequence())
        .put("at", entry.at().toString())
        .put("type", entry.type())
        .put("version", entry.version())
        .put("body", body(entry));
  }

  private static JsonObject body(LedgerEntry entry) {
    try {
      return new JsonObject(entry.body());
    } catch (DecodeException broken) {
      return new JsonObject(); // kept and skipped, as an unknown entry is
    }
  }
}
