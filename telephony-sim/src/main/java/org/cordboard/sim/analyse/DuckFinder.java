package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a voice was turned down, and up again, while somebody spoke over it: the pair of
 * frame edges between which its levels fit the sounds it makes ({@link VoiceShapes}) and the way it
 * moves ({@link LevelHabits}) best when so many decibels are given back. The number of decibels is
 * one for the whole recording, as it is a setting of the player. A voice of constant strength gives
 * the exact edge; in a pause of a natural voice nothing tells where in it the player turned it
 * down.
 */
final class DuckFinder {
  /** Samples in a level; a player changes its strength at every second one. */
  static final int STEP = 80; // 10 ms

  private static final int MS = Stretch.SAMPLES_PER_MS;
  private static final int FRAME = 20 * MS;
  private static final int BEFORE = 400 * MS;
  private static final int WITHIN = 1_000 * MS; // of the onset
  private static final int LONGEST = 2_500 * MS;
  private static final int UNHEARD = 700 * MS; // in noise a softened voice is not taken for one
  private static final int LEAST_FRAMES = 4;
  private static final double WEIGHT = 0.9; // neighbouring frames say partly the same
  private static final int SOFTEST_DB = 24;
  private static final int LOUDEST_DB = 7; // less is not called a duck
  private static final double SURE = 12; // so much likelier than a voice left alone, as a logarithm
  private static final double RANGE_DB = 36;
  private static final double NOISE_DB = 3;

  private final float[] sound;
  private final Levels levels;
  private final double floorDb;

  DuckFinder(float[] sound, Levels levels, double noiseDb) {
    this.sound = sound;
    this.levels = levels;
    this.floorDb = Math.max(noiseDb + NOISE_DB, levels.loudest() - RANGE_DB);
  }

  /** Where somebody began to speak over a voice that had begun and would stop; samples. */
  record Over(long begun, long onset, long stop) {}

  /** Turned down at a sample, up again at another or -1, by so many decibels. */
  record Duck(long down, long up, int db) {}

  /** The first whole frame's edge at or after a sample. */
  static long edge(long sample) {
    return (sample + FRAME - 1) / FRAME * FRAME;
  }

  /** For each, the duck, if there was one. */
  List<Optional<Duck>> find(List<Stretch> heard, List<Over> overs) {
    LevelHabits habits = new LevelHabits(levels, floorDb, leftAlone(heard, overs));
    VoiceShapes shapes = new VoiceShapes(sound, levels, floorDb, leftAlone(heard, overs));
    List<double[][]> usual = overs.stream().map(over -> usual(shapes, over)).toList();
    List<Optional<Duck>> best = new ArrayList<>();
    double most = Double.NEGATIVE_INFINITY;
    for (int db = LOUDEST_DB; db <= SOFTEST_DB; db++) {
      double sum = 0;
      List<Optional<Duck>> ducks = new ArrayList<>();
      for (int i = 0; i < overs.size(); i++) {
        Fit fit = new Fit(habits, usual.get(i), overs.get(i), db);
        sum += fit.gain;
        ducks.add(fit.duck());
      }
      if (sum > most) {
        most = sum;
        best = ducks;
      }
    }
    return best;
  }

  private static long first(Over over) {
    return Math.max(edge(over.begun()), edge(over.onset() - BEFORE)) + FRAME;
  }

  private int frames(Over over) {
    long heardTo = Math.min(over.stop() + UNHEARD, levels.length());
    long to = Math.min(heardTo, over.onset() + LONGEST) / FRAME * FRAME;
    return (int) Math.max(0, (to - first(over)) / FRAME);
  }

  private double[][] usual(VoiceShapes shapes, Over over) {
    double[][] usual = new double[frames(over)][];
    for (int i = 0; i < usual.length; i++) {
      usual[i] = shapes.usual(first(over) + (long) i * FRAME);
    }
    return usual;
  }

  private static List<Stretch> leftAlone(List<Stretch> heard, List<Over> overs) {
    List<Stretch> alone = new ArrayList<>();
    for (Stretch each : heard) {
      long from = each.fromSample();
      for (Over over : overs) {
        if (over.onset() >= from && over.onset() < each.toSample()) {
          alone.add(new Stretch(from, over.onset()));
          from = Math.min(each.toSample(), over.onset() + LONGEST);
        }
      }
      alone.add(new Stretch(from, Math.max(from, each.toSample())));
    }
    return alone;
  }

  /** The best edges in one place for one depth. */
  private final class Fit {
    private final int db;
    private long down = -1;
    private long up = -1;
    private double gain;

    Fit(LevelHabits habits, double[][] usual, Over over, int db) {
      this.db = db;
      long from = first(over);
      int count = usual.length;
      double[] soft = new double[count + 1]; // how much better the frames up to here fit softened
      int[] audible = new int[count + 1];
      for (int i = 0; i < count; i++) {
        long at = from + (long) i * FRAME;
        audible[i + 1] = audible[i] + (levels.between(at, at + FRAME) > floorDb ? 1 : 0);
        double level = levels.between(at, at + FRAME);
        soft[i + 1] =
            soft[i]
                + WEIGHT
                    * (VoiceShapes.likelihood(usual[i], level + db)
                        - VoiceShapes.likelihood(usual[i], level));
      }
      for (int d = 0; d < count - LEAST_FRAMES; d++) {
        long at = from + (long) d * FRAME;
        if (at >= over.onset() && at <= over.onset() + WITHIN) {
          double down = step(habits, at, 0, db) - soft[d];
          if (audible[count] - audible[d] >= LEAST_FRAMES) {
            keep(down + soft[count], at, -1);
          }
          for (int u = d + LEAST_FRAMES; u < count; u++) {
            if (audible[u] - audible[d] < LEAST_FRAMES) {
              continue;
            }
            long until = from + (long) u * FRAME;
            keep(down + soft[u] + step(habits, until, db, 0), at, until);
          }
        }
      }
    }

    private double step(LevelHabits habits, long at, double before, double after) {
      double last = LevelHabits.level(levels, at - STEP);
      double next = LevelHabits.level(levels, at);
      return habits.follows(last, before, next, after) - habits.follows(last, 0, next, 0);
    }

    private void keep(double likelier, long at, long until) {
      if (likelier > Math.max(SURE, gain)) {
        gain = likelier;
        down = at;
        up = until;
      }
    }

    Optional<Duck> duck() {
      if (down < 0) {
        return Optional.empty();
      }
      boolean cleared = levels.between(down - FRAME, down) <= floorDb; // a frame without a voice
      return Optional.of(new Duck(cleared ? down - FRAME : down, up, db));
    }
  }
}
