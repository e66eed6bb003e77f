package org.cordboard.sim.carrier;

import org.cordboard.sim.party.Party;

/** Who owns a telephone number: a person is made for every call to it. On the simulator's loop. */
@FunctionalInterface
public interface Subscriber {
  /** The person who will be rung. */
  Party party(String from, String to);
}
