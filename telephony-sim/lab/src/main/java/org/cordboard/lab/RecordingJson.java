package org.cordboard.lab;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.cordboard.sim.analyse.RecordingReport;
import org.cordboard.sim.scenario.ScenarioResult;

/** What a call's recording says of the part with the AI, as JSON. */
final class RecordingJson {
  private RecordingJson() {}

  static JsonObject of(ScenarioResult result) {
    if (result.recording().isEmpty()) {
      return new JsonObject();
    }
    try {
      return RecordingReport.of(result.recording().get(), result.personSpokeAfter()).toJson();
    } catch (IOException unreadable) {
      return new JsonObject().put("problem", String.valueOf(unreadable.getMessage()));
    }
  }
}
