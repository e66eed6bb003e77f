package org.cordboard.lab.turns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Puts hesitations into a text, by a seeded model of how people hesitate that knows nothing of
 * endpointing: before each word but the first, with the same small probability wherever in the
 * sentence it stands, the speaker falls silent; half as often a filler comes first, and now and
 * then the last word or two are said again after the silence. Lengths are log-normal about a
 * median, as silences in spontaneous speech are, times the speaker's own factor. Digits come in
 * groups with a silence between two, sometimes a long one: the caller looks them up.
 */
final class Hesitation {
  private static final double SILENT = 0.09; // probability before a word
  private static final double FILLED = 0.04;
  private static final double REPEATED = 0.02;
  private static final double MEDIAN_MS = 420;
  private static final double SPREAD = 0.6; // standard deviation of the logarithm
  private static final double GROUP_MEDIAN_MS = 380;
  private static final double LOOKS_UP = 0.12; // probability at a gap between groups
  private static final double LOOKING_UP = 2.5; // times as long
  private static final int SHORTEST_MS = 150;
  private static final int LONGEST_MS = 3_000;

  private final Random random;
  private final double pace; // this speaker's silences against the usual
  private final List<String> fillers; // of the language

  Hesitation(Random random, double pace, List<String> fillers) {
    this.random = random;
    this.pace = pace;
    this.fillers = fillers;
  }

  /** Words spoken in one go, and the silence after them; the last one's is zero. */
  record Stretch(String text, Duration silence) {}

  /** A sentence. */
  List<Stretch> sentence(String text) {
    return words(List.of(text.split(" ")), 1);
  }

  /** Silences at {@code gaps} places between words, as often and as long as in a sentence. */
  List<Duration> silences(int gaps) {
    List<Duration> silences = new ArrayList<>();
    for (int i = 0; i < gaps; i++) {
      boolean silent = random.nextDouble() < SILENT + FILLED + REPEATED;
      silences.add(silent ? silence(MEDIAN_MS) : Duration.ZERO);
    }
    return silences;
  }

  /** Words that are spelt out: hesitated in more often, never repeated. */
  List<Stretch> spelt(List<String> parts) {
    List<Stretch> stretches = new ArrayList<>();
    StringBuilder now = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0 && random.nextDouble() < 2 * SILENT) {
        stretches.add(new Stretch(now.toString(), silence(MEDIAN_MS)));
        now.setLength(0);
      }
      now.append(now.isEmpty() ? "" : " ").append(parts.get(i));
    }
    stretches.add(new Stretch(now.toString(), Duration.ZERO));
    return stretches;
  }

  /** Groups of digits, with a silence after each but the last. */
  List<Stretch> groups(String before, List<String> groups) {
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      boolean last = i == groups.size() - 1;
      double median = GROUP_MEDIAN_MS * (random.nextDouble() < LOOKS_UP ? LOOKING_UP : 1);
      stretches.add(new Stretch(groups.get(i), last ? Duration.ZERO : silence(median)));
    }
    if (!before.isEmpty() && random.nextBoolean()) {
      stretches.add(0, new Stretch(before, silence(MEDIAN_MS)));
    } else if (!before.isEmpty()) {
      Stretch first = stretches.get(0);
      stretches.set(0, new Stretch(before + " " + first.text(), first.silence()));
    }
    return stretches;
  }

  private List<Stretch> words(List<String> words, double often) {
    List<Stretch> stretches = new ArrayList<>();
    StringBuilder now = new StringBuilder(words.get(0));
    for (int i = 1; i < words.size(); i++) {
      double drawn = random.nextDouble() / often;
      if (drawn < SILENT + FILLED + REPEATED) {
        if (drawn < FILLED) {
          now.append(' ').append(fillers.get(random.nextInt(fillers.size())));
        }
        stretches.add(new Stretch(now.toString(), silence(MEDIAN_MS)));
        now.setLength(0);
        if (drawn >= SILENT + FILLED) {
          now.append(i > 1 && random.nextBoolean() ? words.get(i - 2) + " " : "");
          now.append(words.get(i - 1)).append(' ');
        }
        now.append(words.get(i));
      } else {
        now.append(' ').append(words.get(i));
      }
    }
    stretches.add(new Stretch(now.toString(), Duration.ZERO));
    return stretches;
  }

  private Duration silence(double medianMs) {
    double ms = medianMs * pace * Math.exp(SPREAD * random.nextGaussian());
    return Duration.ofMillis(Math.round(Math.max(SHORTEST_MS, Math.min(LONGEST_MS, ms))));
  }
}
