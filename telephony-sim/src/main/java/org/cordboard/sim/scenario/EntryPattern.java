package org.cordboard.sim.scenario;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an entry of the ledger must look like.
 *
 * @param type its type
 * @param with fields of its body, dots between levels ({@code result.status}), and what their whole
 *     value must be
 */
public record EntryPattern(String type, Map<String, Pattern> with) {
  /** Copies the map. */
  public EntryPattern {
    with = Map.copyOf(with);
  }

  /** True when the entry fits. */
  boolean fits(LedgerLine entry) {
    return entry.type().equals(type)
        && with.entrySet().stream()
            .allMatch(
                field -> field.getValue().matcher(value(entry.body(), field.getKey())).matches());
  }

  private static String value(JsonObject body, String path) {
    Object here = body;
    for (String part : path.split("\\.")) {
      here = here instanceof JsonObject object ? object.getValue(part) : null;
    }
    return here == null ? "" : here.toString();
  }

  @Override
  public String toString() {
    return with.isEmpty() ? type : type + new TreeMap<>(with);
  }
}
