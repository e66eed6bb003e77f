package org.cordboard.sim.party;

import java.time.Duration;

/**
 * What a person does when the telephone rings.
 *
 * @param manner what they do
 * @param after how long it rings before
 */
public record Pickup(Manner manner, Duration after) {

  /** What can be done with a ringing telephone. */
  public enum Manner {
    /** Pick up. */
    ANSWER,
    /** Refuse: busy. */
    REFUSE,
    /** Let it ring. */
    IGNORE
  }
}
