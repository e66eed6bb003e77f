package org.cordboard.sim.scenario;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.cordboard.sim.party.PersonNote;

/**
 * Something that happened to somebody in a scenario.
 *
 * @param at since the call was placed
 * @param who {@code caller} or the agent's name
 * @param note what happened
 */
public record Moment(Duration at, String who, PersonNote note) {

  JsonObject toJson() {
    return new JsonObject()
        .put("atMs", at.toMillis())
        .put("who", who)
        .put("what", note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("text", note.text());
  }
}
