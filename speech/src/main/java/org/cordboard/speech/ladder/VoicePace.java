package org.cordboard.speech.ladder;

import java.time.Duration;

/**
 * How long a voice takes over its letters, learned from what it has said, and from that how long a
 * text can take it at most. Shared by all calls, from any thread.
 */
final class VoicePace {
  private static final double MOST = 1.6; // of what it takes as a rule: twice is too much
  private static final double SLACK_MS = 700; // pauses, and the silence that voices add
  private static final double KNOWN_LETTERS = 400; // some eight sentences
  private static final double REMEMBERED_LETTERS = 4_000;

  private double letters; // under this object's lock
  private double ms;

  /** It has said {@code text} in {@code took}. */
  synchronized void said(String text, double rate, Duration took) {
    letters += SpokenLength.letters(text);
    ms += took.toMillis() * rate;
    if (letters > REMEMBERED_LETTERS) {
      letters /= 2;
      ms /= 2;
    }
  }

  /** What {@code text} can take it at the very most. */
  synchronized Duration most(String text, double rate) {
    Duration any = SpokenLength.most(text, rate);
    if (letters < KNOWN_LETTERS) {
      return any;
    }
    double own = MOST * ms / letters * SpokenLength.letters(text) / rate + SLACK_MS;
    return own < any.toMillis() ? Duration.ofMillis(Math.round(own)) : any;
  }
}
