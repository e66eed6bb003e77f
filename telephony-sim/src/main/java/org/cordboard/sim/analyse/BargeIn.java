package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonObject;
import java.util.OptionalLong;

/**
 * The caller begins to speak while the other side is speaking.
 *
 * @param caller what the caller says
 * @param duckMs from the caller's first sound until the other side's voice has become at least 7 dB
 *     softer and stays so; empty when it does not within a second
 * @param riseMs from the caller's first sound until that voice has come back to its strength; empty
 *     when it does not
 * @param stopMs from the caller's first sound to the last of the other side's voice before at least
 *     half a second of silence, however late that is
 */
public record BargeIn(Stretch caller, OptionalLong duckMs, OptionalLong riseMs, long stopMs) {

  JsonObject toJson() {
    JsonObject json = new JsonObject().put("fromMs", caller.fromMs());
    json.put("lengthMs", caller.lengthMs()).put("stopMs", stopMs);
    duckMs.ifPresent(ms -> json.put("duckMs", ms));
    riseMs.ifPresent(ms -> json.put("riseMs", ms));
    return json;
  }
}
