package org.cordboard.speech.turn;

import java.util.Optional;

/**
 * What is known of the turn beside its voice: the words so far, what is expected, the caller's
 * pace; and how much silence therefore ends it. Counts samples. One per side of a call, one thread.
 */
final class TurnJudge {
  private static final long QUIET_SAMPLES = 480; // 60 ms of silence before an answer is prepared
  private static final long NEAR_SAMPLES = 1_280; // 160 ms: a last word seldom ends earlier
  private static final long NO_TIMES = -1;

  private final EndpointingSettings settings;
  private final WholeTurn whole;
  private final Patience patience;
  private Expected expected = Expected.ANYTHING;
  private Pace pace = Pace.USUAL;
  private TurnWords said = TurnWords.NONE;
  private Completeness completeness = Completeness.UNHEARD;
  private boolean told; // that these words are ready
  private long heardAt; // where the line was when they came
  private long reachTo = NO_TIMES; // where their last word ends, when that is known
  private boolean bounded; // or where the audio ends that they are all the words of
  private boolean heardSince; // words have come since the caller last went on

  TurnJudge(EndpointingSettings settings, Optional<TurnLanguage> language) {
    this.settings = settings;
    this.patience = new Patience(settings);
    this.whole = new WholeTurn(settings.words() ? language : Optional.empty());
  }

  void expect(Expected next) {
    expected = next;
    completeness = whole.judge(said, expected);
  }

  /** A turn begins: nothing of it is known. */
  void begin() {
    said = TurnWords.NONE;
    completeness = Completeness.UNHEARD;
    told = false;
    reachTo = NO_TIMES;
    bounded = false;
    heardSince = false;
  }

  /** All the words of the audio up to {@code to}, with the line at {@code now}. */
  void hearUpTo(String text, long to, long now) {
    hear(text, to, now);
    bounded = true;
  }

  /** Words so far, with the line at {@code now}; {@code to} is where the last ends, or below 0. */
  void hear(String text, long to, long now) {
    TurnWords next = TurnWords.of(text);
    if (!next.words().equals(said.words())) {
      told = false;
    }
    said = next;
    completeness = whole.judge(said, expected);
    heardAt = now;
    reachTo = to;
    bounded = false;
    heardSince = true;
  }

  /** The caller went on after so much silence: there will be more words. */
  void wentOn(long silence) {
    pace = pace.met(silence);
    heardSince = false;
  }

  /** True when the turn is over after {@code silence} that began at {@code voiceEnd}. */
  boolean over(long silence, long voiceEnd) {
    Completeness known = fresh(silence, voiceEnd) ? completeness : Completeness.UNHEARD;
    return silence >= patience.silence(known, expected, pace);
  }

  /** True, once for the same words, when an answer to them is worth preparing. */
  boolean ready(long silence, long voiceEnd) {
    boolean settled = silence >= EndpointingProfile.samples(settings.settle());
    boolean worth =
        completeness.likely() || (settled && completeness.kind() == Completeness.Kind.OPEN);
    if (told || !worth || silence < QUIET_SAMPLES || !fresh(silence, voiceEnd)) {
      return false;
    }
    told = true;
    return true;
  }

  /** Whether the words so far hold all that was said before {@code voiceEnd}. */
  private boolean fresh(long silence, long voiceEnd) {
    boolean reach =
        reachTo < 0 ? heardAt >= voiceEnd + QUIET_SAMPLES : reachTo >= voiceEnd - NEAR_SAMPLES;
    boolean settled = !bounded && silence >= EndpointingProfile.samples(settings.settle());
    return heardSince && (reach || settled);
  }
}
