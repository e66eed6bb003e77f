package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonObject;

/**
 * Both sides speak at once.
 *
 * @param where while they do
 * @param byCaller true when the caller began to speak over the other, false when the other did
 */
public record Overlap(Stretch where, boolean byCaller) {

  JsonObject toJson() {
    return where.toJson().put("begunBy", byCaller ? "caller" : "other side");
  }
}
