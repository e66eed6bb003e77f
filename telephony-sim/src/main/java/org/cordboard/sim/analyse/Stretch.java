package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** A stretch of a recording, in samples from its beginning; 8 samples are a millisecond. */
public record Stretch(long fromSample, long toSample) {
  static final int SAMPLES_PER_MS = 8;

  /** Checks the order. */
  public Stretch {
    if (toSample < fromSample) {
      throw new IllegalArgumentException("ends before it begins: " + fromSample + "…" + toSample);
    }
  }

  /** Where it begins, in milliseconds. */
  public long fromMs() {
    return fromSample / SAMPLES_PER_MS;
  }

  /** How long it is. */
  public Duration length() {
    return Duration.ofMillis(lengthMs());
  }

  /** How long it is, in milliseconds. */
  public long lengthMs() {
    return (toSample - fromSample) / SAMPLES_PER_MS;
  }

  /** True when the sample lies within it, not at its edge. */
  public boolean holds(long sample) {
    return fromSample < sample && sample < toSample;
  }

  JsonObject toJson() {
    return new JsonObject().put("fromMs", fromMs()).put("lengthMs", lengthMs());
  }
}
