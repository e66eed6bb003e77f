package org.cordboard.sim.party;

import java.time.Duration;

/**
 * How a simulated person listens.
 *
 * @param speechDbfs a 20 ms frame louder than this is speech; telephone speech lies around -25,
 *     line noise below -50
 * @param turnEnd silence after which the other side's turn is over; longer than the gap between a
 *     filler and what follows it
 * @param shortest less speech than this in a turn is a click or a cough, and no words
 * @param longest a turn is given to the recogniser in pieces of about this length, cut in pauses
 */
public record EarSettings(
    double speechDbfs, Duration turnEnd, Duration shortest, Duration longest) {
  /** The longest piece that may be asked for; recognisers of the Whisper kind take 30 s at most. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What suits telephone lines of the simulator. */
  public static final EarSettings USUAL =
      new EarSettings(-45, Duration.ofMillis(900), Duration.ofMillis(120), Duration.ofSeconds(10));

  /** Checks the ranges. */
  public EarSettings {
    if (!(speechDbfs > -90 && speechDbfs < 0)) {
      throw new IllegalArgumentException("speech-dbfs must lie in -90…0, not " + speechDbfs);
    }
    if (turnEnd.toMillis() < 200 || turnEnd.toMillis() > 5_000) {
      throw new IllegalArgumentException("turn-end must lie in 200ms…5s, not " + turnEnd);
    }
    if (longest.compareTo(Duration.ofSeconds(2)) < 0 || longest.compareTo(LIMIT) > 0) {
      throw new IllegalArgumentException("longest must lie in 2s…20s, not " + longest);
    }
  }
}
