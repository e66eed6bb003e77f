package org.cordboard.sim.analyse;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds speech by loudness, in steps of 5 ms; shares nothing with the detectors of the product, so
 * that an error of theirs shows in what is measured.
 */
final class SpeechFinder {
  private static final int STEP = 40; // 5 ms
  private static final double SPEECH_DBFS = -45; // telephone speech lies around -25
  private static final int JOIN = 200 * Stretch.SAMPLES_PER_MS; // a pause within words
  private static final int SHORTEST = 40 * Stretch.SAMPLES_PER_MS; // a click is shorter

  private SpeechFinder() {}

  /** The stretches of speech in 8 kHz samples, in order. */
  static List<Stretch> find(short[] samples) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : loud(samples)) {
      int last = joined.size() - 1;
      if (last >= 0 && next.fromSample() - joined.get(last).toSample() < JOIN) {
        joined.set(last, new Stretch(joined.get(last).fromSample(), next.toSample()));
      } else {
        joined.add(next);
      }
    }
    joined.removeIf(each -> each.toSample() - each.fromSample() < SHORTEST);
    return List.copyOf(joined);
  }

  private static List<Stretch> loud(short[] samples) {
    List<Stretch> loud = new ArrayList<>();
    int began = -1;
    for (int at = 0; at + STEP <= samples.length; at += STEP) {
      boolean speech = Loudness.dbfs(samples, at, STEP) > SPEECH_DBFS;
      if (speech && began < 0) {
        began = at;
      } else if (!speech && began >= 0) {
        loud.add(new Stretch(began, at));
        began = -1;
      }
    }
    if (began >= 0) {
      loud.add(new Stretch(began, samples.length));
    }
    return loud;
  }
}
