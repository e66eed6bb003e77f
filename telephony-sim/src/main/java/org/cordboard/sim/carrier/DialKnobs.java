package org.cordboard.sim.carrier;

import java.time.Duration;

/**
 * How telephones are rung. Keys under {@code sim.dialing}.
 *
 * @param setup from dialling to the first ring
 * @param grace added to every ring time-out, as the carrier does
 * @param declinedWhisper what {@code DialCallStatus} says after a whisper ended in a hang-up:
 *     completed or no-answer
 */
public record DialKnobs(Duration setup, Duration grace, String declinedWhisper) {
  /** Checks the ranges. */
  public DialKnobs {
    if (setup.isNegative() || grace.isNegative()) {
      throw new IllegalArgumentException("durations cannot be negative");
    }
    if (!declinedWhisper.equals("completed") && !declinedWhisper.equals("no-answer")) {
      throw new IllegalArgumentException(
          "declined-whisper must be completed or no-answer, not " + declinedWhisper);
    }
  }

  /** Rings at once, gives up on time. */
  public static DialKnobs plain() {
    return new DialKnobs(Duration.ZERO, Duration.ZERO, "completed");
  }
}
