package org.cordboard.sim.scenario;

import java.util.Set;
import java.util.function.Consumer;

/** What a scenario may have done to the system under test while a call lasts. */
public interface Deeds {
  /** The deeds that a scenario file may name. */
  Set<String> NAMES = Set.of("stop-store", "start-store", "kill-gateway", "start-gateway");

  /** For a system that nothing can be done to: every deed fails and says so. */
  Deeds NONE =
      (deed, done) ->
          done.accept("nobody can do '" + deed + "' here: run it with 'cordboard test'");

  /**
   * Does it.
   *
   * @param done told once, on any thread: empty when it was done, else what went wrong
   */
  void perform(String deed, Consumer<String> done);
}
