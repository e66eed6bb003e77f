package org.cordboard.sim.carrier;

import java.time.Instant;
import java.util.Locale;

/**
 * What is known of a leg from the start.
 *
 * @param parentSid the leg that dialled this one; empty when none
 */
record LegInfo(
    String sid, String from, String to, Direction direction, String parentSid, Instant created) {

  /** Who set the leg up. */
  enum Direction {
    INBOUND,
    OUTBOUND_API,
    OUTBOUND_DIAL;

    String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
