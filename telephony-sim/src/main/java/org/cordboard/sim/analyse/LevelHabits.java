package org.cordboard.sim.analyse;

import java.util.List;

/**
 * How a voice's level moves from one 10 ms to the next when nobody turns it down: the share of each
 * pair of neighbouring levels, counted in the recording itself and smoothed. Levels at or below the
 * floor of what can be heard are one.
 */
final class LevelHabits {
  private static final double BIN_DB = 1.5;
  private static final int BINS = 60;
  private static final double PAIR_SPREAD = 1.2; // bins by which a counted pair is smeared
  private static final int REACH = 3;
  private static final double ANYTHING = 60; // pairs' worth of "whatever may follow whatever"
  private static final double SPEECH = 60; // pairs' worth of "the next is like this one"
  private static final double ALIKE_BINS = 3;

  private final double floorDb;
  private final double[][] upTo = new double[BINS + 1][BINS + 1]; // counts of all pairs below

  /** Learns from stretches of a channel in which the voice was left alone. */
  LevelHabits(Levels levels, double floorDb, List<Stretch> leftAlone) {
    this.floorDb = floorDb;
    double[][] pairs = new double[BINS][BINS];
    for (int i = 0; i < BINS; i++) {
      for (int j = 0; j < BINS; j++) {
        double apart = (i - j) / ALIKE_BINS;
        pairs[i][j] =
            ANYTHING / BINS / BINS + SPEECH / BINS / ALIKE_BINS / 2 * Math.exp(-Math.abs(apart));
      }
    }
    for (Stretch each : leftAlone) {
      long from = DuckFinder.edge(each.fromSample());
      for (long at = from + DuckFinder.STEP; at < each.toSample(); at += DuckFinder.STEP) {
        count(pairs, bin(level(levels, at - DuckFinder.STEP)), bin(level(levels, at)));
      }
    }
    for (int i = 0; i < BINS; i++) {
      for (int j = 0; j < BINS; j++) {
        upTo[i + 1][j + 1] = pairs[i][j] + upTo[i][j + 1] + upTo[i + 1][j] - upTo[i][j];
      }
    }
  }

  /** The level of the 10 ms from a sample. */
  static double level(Levels levels, long at) {
    return levels.between(at, at + DuckFinder.STEP);
  }

  private static void count(double[][] pairs, int first, int second) {
    double[] weights = new double[2 * REACH + 1];
    double sum = 0;
    for (int k = -REACH; k <= REACH; k++) {
      weights[k + REACH] = Math.exp(-0.5 * k * k / PAIR_SPREAD / PAIR_SPREAD);
      sum += weights[k + REACH];
    }
    for (int i = -REACH; i <= REACH; i++) {
      for (int j = -REACH; j <= REACH; j++) {
        int row = Math.max(0, Math.min(BINS - 1, first + i));
        int column = Math.max(0, Math.min(BINS - 1, second + j));
        pairs[row][column] += weights[i + REACH] * weights[j + REACH] / sum / sum;
      }
    }
  }

  /**
   * How likely, as a logarithm, a level follows another when the voice was turned down by so many
   * decibels at the first and at the second.
   */
  double follows(double first, double firstDownDb, double second, double secondDownDb) {
    int from = least(first, firstDownDb);
    int to = bin(Math.max(first, floorDb) + firstDownDb) + 1;
    int low = least(second, secondDownDb);
    int high = bin(Math.max(second, floorDb) + secondDownDb) + 1;
    double both = upTo[to][high] - upTo[from][high] - upTo[to][low] + upTo[from][low];
    double one = upTo[to][BINS] - upTo[from][BINS];
    return Math.log(both / one);
  }

  /** What lies at the floor may have been anything that was turned down to it. */
  private int least(double level, double downDb) {
    return level <= floorDb ? 0 : bin(level + downDb);
  }

  private int bin(double level) {
    return (int) Math.max(0, Math.min(BINS - 1, (level - floorDb) / BIN_DB));
  }
}
