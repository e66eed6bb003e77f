package org.cordboard.sim.scenario;

/** Who follows a scenario while it runs, on the simulator's loop. */
public interface ScenarioListener {
  /** Nobody. */
  ScenarioListener NOBODY = new ScenarioListener() {};

  /** The call has been placed. */
  default void onPlaced(Scenario scenario, String callSid) {}

  /** Something happened to a person of the scenario. */
  default void onMoment(Moment moment) {}

  /** All is over and has been checked. */
  default void onResult(ScenarioResult result) {}
}
