package org.cordboard.sim.twiml;

import java.util.Map;

/**
 * How a verb ended.
 *
 * @param toAction true when the verb's action is to be requested, if it has one
 * @param parameters what that request carries besides the standard parameters
 */
public record VerbResult(boolean toAction, Map<String, String> parameters) {
  /** Copies the parameters. */
  public VerbResult {
    parameters = Map.copyOf(parameters);
  }

  /** The next verb, whatever action there is. */
  public static VerbResult next() {
    return new VerbResult(false, Map.of());
  }

  /** The action, with these parameters. */
  public static VerbResult action(Map<String, String> parameters) {
    return new VerbResult(true, parameters);
  }
}
