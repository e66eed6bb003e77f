package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where somebody speaks in a recording, by loudness alone: what stands clear of the recording's own
 * quiet. Knows nothing of the endpointer or of the detector that it hears by, so that labels made
 * from it favour neither. Pure.
 */
final class VoicedStretches {
  private static final int STEP = 80; // 10 ms
  private static final int SHORTEST = 4; // steps of sound: shorter is a click
  private static final int CLOSURE = 15; // steps of silence: shorter belongs to a consonant
  private static final double CLEAR = 0.3; // of the way from quiet to loud, in decibels
  private static final double EMPHASIS = 0.95; // takes 26 dB off what is far below a voice
  private static final double QUIETEST_DB = -70;
  private static final double TRAIL_DB = 6; // a word's end is softer than what tells that it is one

  private VoicedStretches() {}

  /** Samples {@code [from, to)}. */
  record Stretch(int from, int to) {
    int length() {
      return to - from;
    }
  }

  /** The stretches of {@code sound}, 8 kHz, in order, with 150 ms and more between two. */
  static List<Stretch> of(short[] sound) {
    double[] levels = levels(sound);
    if (levels.length == 0) {
      return List.of();
    }
    double[] sorted = levels.clone();
    Arrays.sort(sorted);
    double quiet = Math.max(QUIETEST_DB, sorted[sorted.length / 20]);
    double loud = sorted[sorted.length * 19 / 20];
    double clear = quiet + CLEAR * Math.max(0, loud - quiet);
    double trail = Math.max(clear - TRAIL_DB, (clear + quiet) / 2);
    List<Stretch> runs = new ArrayList<>(); // in steps
    for (int i = 0; i < levels.length; i++) {
      int from = i;
      while (i < levels.length && levels[i] > clear) {
        i++;
      }
      if (i - from >= SHORTEST) {
        join(runs, trailed(levels, trail, from, i));
      }
    }
    return runs.stream()
        .map(run -> new Stretch(run.from() * STEP, Math.min(sound.length, run.to() * STEP)))
        .toList();
  }

  private static Stretch trailed(double[] levels, double trail, int from, int to) {
    int first = from;
    int last = to;
    while (first > 0 && levels[first - 1] > trail) {
      first--;
    }
    while (last < levels.length && levels[last] > trail) {
      last++;
    }
    return new Stretch(first, last);
  }

  private static void join(List<Stretch> runs, Stretch next) {
    int last = runs.size() - 1;
    if (last >= 0 && next.from() - runs.get(last).to() < CLOSURE) {
      Stretch joined = new Stretch(runs.get(last).from(), Math.max(next.to(), runs.get(last).to()));
      runs.set(last, joined);
    } else {
      runs.add(next);
    }
  }

  private static double[] levels(short[] sound) {
    double[] levels = new double[sound.length / STEP];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = level(sound, i * STEP, (i + 1) * STEP);
    }
    return levels;
  }

  /** Of {@code [from, to)} in dBFS, without the rumble and hum below a voice. */
  static double level(short[] sound, int from, int to) {
    double sum = 0;
    for (int i = Math.max(1, from); i < to; i++) {
      double high = sound[i] - EMPHASIS * sound[i - 1];
      sum += high * high;
    }
    double rms = Math.sqrt(sum / Math.max(1, to - from));
    return 20 * Math.log10(Math.max(0.3, rms) / 32_768);
  }
}
