package org.cordboard.sim.carrier;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How telephones are rung. Keys under {@code sim.dialing}.
 *
 * @param setup from dialling to the first ring
 * @param grace added to every ring time-out, as the carrier does
 * @param declinedWhisper what {@code DialCallStatus} says after a whisper ended in a hang-up:
 *     completed or no-answer
 * @param startsPerSecond legs that the API may start in a second, the others wait; 0 for no limit
 * @param barred numbers, or their first digits, that are not served, and why
 */
public record DialKnobs(
    Duration setup,
    Duration grace,
    String declinedWhisper,
    double startsPerSecond,
    Map<String, Barring> barred) {
  /** Checks the ranges. */
  public DialKnobs {
    if (setup.isNegative() || grace.isNegative()) {
      throw new IllegalArgumentException("durations cannot be negative");
    }
    if (!(startsPerSecond >= 0 && startsPerSecond <= 1000)) {
      throw new IllegalArgumentException("starts-per-second must lie in 0…1000");
    }
    if (!declinedWhisper.equals("completed") && !declinedWhisper.equals("no-answer")) {
      throw new IllegalArgumentException(
          "declined-whisper must be completed or no-answer, not " + declinedWhisper);
    }
    for (String start : barred.keySet()) {
      if (!start.matches("\\+[0-9]{1,15}")) {
        throw new IllegalArgumentException(
            "barred holds numbers or their first digits, such as \"+44\", not " + start);
      }
    }
    barred = Map.copyOf(barred);
  }

  /** As many starts as one likes, to everybody. */
  public DialKnobs(Duration setup, Duration grace, String declinedWhisper) {
    this(setup, grace, declinedWhisper, 0, Map.of());
  }

  /** Rings at once, gives up on time. */
  public static DialKnobs plain() {
    return new DialKnobs(Duration.ZERO, Duration.ZERO, "completed");
  }

  /** Why {@code number} is not served, if it is not. */
  Optional<Barring> barring(String number) {
    return Barring.find(barred, number);
  }
}
