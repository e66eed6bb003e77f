package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How loud a voice is when it makes a certain sound: frames of 20 ms with the shape of their
 * spectrum (cepstrum of a linear prediction, which does not change with strength) and their level,
 * learnt where the voice was left alone. A vowel that is as soft as a hiss was turned down.
 */
final class VoiceShapes {
  private static final int FRAME = 160;
  private static final int ORDER = 8;
  private static final int NEIGHBOURS = 15;
  private static final double SPREAD_DB = 2.5;
  private static final double ANY_DB = 60; // a share of levels lies anywhere in so wide a range
  private static final double ANY = 0.1;

  private final float[] sound;
  private final Levels levels;
  private final double floorDb;
  private final List<Known> known = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // made and read here
  private record Known(double[] shape, double db) {}

  private record Near(double apart, double db) {}

  VoiceShapes(float[] sound, Levels levels, double floorDb, List<Stretch> leftAlone) {
    this.sound = sound;
    this.levels = levels;
    this.floorDb = floorDb;
    for (Stretch each : leftAlone) {
      for (long at = DuckFinder.edge(each.fromSample());
          at + FRAME <= each.toSample();
          at += FRAME) {
        double db = levels.between(at, at + FRAME);
        if (db > floorDb) {
          known.add(new Known(shape((int) at), db));
        }
      }
    }
  }

  /**
   * The levels of the known frames that sound most like the one at a sample; none when it cannot be
   * heard or little is known.
   */
  double[] usual(long at) {
    if (known.size() < 4 * NEIGHBOURS || levels.between(at, at + FRAME) <= floorDb) {
      return new double[0];
    }
    double[] shape = shape((int) at);
    Near[] near = new Near[known.size()];
    for (int i = 0; i < near.length; i++) {
      Known each = known.get(i);
      double apart = 0;
      for (int k = 0; k < ORDER; k++) {
        double by = each.shape[k] - shape[k];
        apart += by * by;
      }
      near[i] = new Near(apart, each.db);
    }
    Arrays.sort(near, Comparator.comparingDouble(Near::apart));
    return Arrays.stream(near, 0, NEIGHBOURS).mapToDouble(Near::db).toArray();
  }

  /** How likely, as a logarithm, a frame with these usual levels has this one. */
  static double likelihood(double[] usual, double db) {
    if (usual.length == 0) {
      return 0;
    }
    double sum = 0;
    for (double each : usual) {
      double by = (db - each) / SPREAD_DB;
      sum += Math.exp(-0.5 * by * by) / SPREAD_DB / Math.sqrt(2 * Math.PI);
    }
    return Math.log((1 - ANY) * sum / usual.length + ANY / ANY_DB);
  }

  /** Weighted cepstrum of the linear prediction of a frame. */
  private double[] shape(int at) {
    Whitener prediction = new Whitener(sound, at, Math.min(sound.length, at + FRAME));
    return prediction.cepstrum(ORDER);
  }
}
