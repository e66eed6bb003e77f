package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds where the caller spoke over the other side, and what the other side's voice then did. */
final class BargeInFinder {
  private static final int MS = Stretch.SAMPLES_PER_MS;
  private static final int UNDER_WAY = 100 * MS; // younger speech was begun at the same time
  private static final int QUIET = 500 * MS; // a shorter silence is a pause between sentences
  private static final double USUAL = 0.5;

  private final List<Stretch> caller;
  private final List<Stretch> heard;
  private final float[] sound;
  private final Levels levels;

  BargeInFinder(List<Stretch> caller, List<Stretch> heard, short[] played) {
    this.caller = caller;
    this.heard = heard;
    this.sound = HighPass.of(played);
    this.levels = new Levels(played);
  }

  List<BargeIn> find() {
    List<Stretch> sounds = new ArrayList<>();
    List<DuckFinder.Over> overs = new ArrayList<>();
    for (Stretch mine : caller) {
      for (int i = 0; i < heard.size(); i++) {
        Stretch theirs = heard.get(i);
        if (theirs.fromSample() + UNDER_WAY <= mine.fromSample()
            && mine.fromSample() < theirs.toSample()) {
          sounds.add(mine);
          overs.add(new DuckFinder.Over(theirs.fromSample(), mine.fromSample(), stop(i)));
        }
      }
    }
    List<Optional<DuckFinder.Duck>> ducks =
        new DuckFinder(sound, levels, noiseDbfs()).find(heard, overs);
    List<BargeIn> found = new ArrayList<>();
    for (int i = 0; i < overs.size(); i++) {
      found.add(bargeIn(sounds.get(i), overs.get(i).stop(), ducks.get(i)));
    }
    return List.copyOf(found);
  }

  private static BargeIn bargeIn(Stretch mine, long stop, Optional<DuckFinder.Duck> duck) {
    long onset = mine.fromSample();
    OptionalLong down =
        duck.map(each -> OptionalLong.of((each.down() - onset) / MS)).orElse(OptionalLong.empty());
    OptionalLong up =
        duck.filter(each -> each.up() >= 0)
            .map(each -> OptionalLong.of((each.up() - onset) / MS))
            .orElse(OptionalLong.empty());
    return new BargeIn(mine, down, up, (stop - onset) / MS);
  }

  /** The usual level of what is heard while nobody speaks. */
  private double noiseDbfs() {
    List<Double> quiet = new ArrayList<>();
    long from = 0;
    for (Stretch each : heard) {
      for (double level : levels.sorted(from, each.fromSample() - UNDER_WAY)) {
        quiet.add(level);
      }
      from = each.toSample() + UNDER_WAY;
    }
    double[] sorted = quiet.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Levels.quantile(sorted, USUAL);
  }

  private long stop(int index) {
    long end = heard.get(index).toSample();
    for (int next = index + 1; next < heard.size(); next++) {
      if (heard.get(next).fromSample() - end >= QUIET) {
        break;
      }
      end = heard.get(next).toSample();
    }
    return end;
  }
}
