package org.cordboard.lab.bench;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * One figure of the audio path beside its goal.
 *
 * @param what was measured
 * @param value the worst case found
 * @param unit of value and limit
 * @param atLeast whether the limit is the least that is good, or the most
 * @param limit the goal
 */
record AudioMeasure(String what, double value, String unit, boolean atLeast, double limit) {

  static AudioMeasure atLeast(double limit, String what, double value, String unit) {
    return new AudioMeasure(what, value, unit, true, limit);
  }

  static AudioMeasure atMost(double limit, String what, double value, String unit) {
    return new AudioMeasure(what, value, unit, false, limit);
  }

  boolean met() {
    return atLeast ? value >= limit : value <= limit;
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "  %-58s %8.2f %-5s goal %s %6.2f  %s%n",
        what,
        value,
        unit,
        atLeast ? "≥" : "≤",
        limit,
        met() ? "met" : "MISSED");
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("what", what)
        .put("value", value)
        .put("unit", unit)
        .put("goal", (atLeast ? ">= " : "<= ") + limit)
        .put("met", met());
  }
}
