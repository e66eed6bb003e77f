package org.cordboard.sim.party;

import java.util.function.Consumer;

/** Who a simulated person reports to, on the simulator's loop. */
public interface PersonListener {

  /** Something happened. */
  void noted(PersonNote note);

  /**
   * The script has something done to the system under test.
   *
   * @param done told once, on the simulator's loop: empty when it went well, else what went wrong
   */
  void perform(String deed, Consumer<String> done);
}
