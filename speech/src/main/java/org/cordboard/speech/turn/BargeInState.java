package org.cordboard.speech.turn;

/**
 * Where {@link BargeIn} stands in a call.
 *
 * @param phase what has been done to the prompt
 * @param sinceMs since when
 * @param withdrawn the prompt was held back because the caller spoke first
 * @param burst the sound going on
 * @param utterance the utterance it belongs to
 * @param caller what is known of the caller
 * @param waryUntilMs until then noise alone does not soften a prompt: it just has, for nothing
 * @param din there is noise that seems to be a voice: only words count
 */
public record BargeInState(
    Phase phase,
    long sinceMs,
    boolean withdrawn,
    Burst burst,
    Utterance utterance,
    Caller caller,
    long waryUntilMs,
    boolean din) {
  /** The beginning of a call. */
  public static final BargeInState START =
      new BargeInState(
          Phase.LISTENING,
          0,
          false,
          Burst.NONE,
          Utterance.NONE,
          new Caller(0, 0, Caller.NO_ECHO, 0),
          0,
          false);

  /** What has been done to the prompt. */
  public enum Phase {
    /** Nothing: it plays at full volume, or none does. */
    LISTENING,
    /** Softened. */
    DUCKED,
    /** Silenced, its place kept. */
    HUSHED,
    /** It plays at full volume again while the same sound goes on. */
    RESUMED,
    /** Stopped for good. */
    STOPPED
  }

  /**
   * What the caller says.
   *
   * @param open it goes on
   * @param pending it is over, its words are not known yet
   * @param words so far
   * @param frames voiced frames
   * @param meanDb their level
   */
  record Utterance(boolean open, boolean pending, String words, int frames, double meanDb) {
    static final Utterance NONE = new Utterance(false, false, "", 0, 0);

    Utterance heard(double levelDb) {
      return new Utterance(
          open, pending, words, frames + 1, meanDb + (levelDb - meanDb) / (frames + 1));
    }
  }

  /**
   * What is known of the caller.
   *
   * @param frames voiced frames of theirs in our silence
   * @param usualDb how loud they speak
   * @param echoDb how loud our own voice has come back from them
   * @param early how often more their words came soon than late, within bounds: some engines have
   *     them while the voice goes on, some only after a pause
   */
  record Caller(int frames, double usualDb, double echoDb, int early) {
    private static final int KNOWN = 15; // 300 ms of voice
    private static final double ECHO_MARGIN_DB = 6;
    private static final double NO_ECHO = -200;
    private static final int MEMORY = 150; // 3 s
    private static final int SURE = 3; // as much evidence as is remembered

    Caller spoke(double levelDb) {
      int counted = Math.min(frames + 1, MEMORY);
      return new Caller(counted, usualDb + (levelDb - usualDb) / counted, echoDb, early);
    }

    Caller echoed(double levelDb) {
      return new Caller(frames, usualDb, Math.max(echoDb, levelDb), early);
    }

    /**
     * A turn of theirs came at that level: it is no echo's, whatever was thought before; and it is
     * their usual one, as long as nothing else is known of it.
     */
    Caller said(int voiced, double levelDb) {
      double echo = levelDb < echoDb + ECHO_MARGIN_DB ? NO_ECHO : echoDb;
      return known() || voiced < KNOWN
          ? new Caller(frames, usualDb, echo, early)
          : new Caller(Math.min(voiced, MEMORY), levelDb, echo, early);
    }

    /** Louder than our own voice has come back. */
    boolean above(double levelDb) {
      return levelDb >= echoDb + ECHO_MARGIN_DB;
    }

    Caller gaveWords(boolean soon) {
      int evidence = Math.max(-SURE, Math.min(SURE, early + (soon ? 1 : -1)));
      return new Caller(frames, usualDb, echoDb, evidence);
    }

    /** Words are likely to follow the end of a voice soon. */
    boolean wordsSoon() {
      return early > 0;
    }

    boolean known() {
      return frames >= KNOWN;
    }
  }

  BargeInState to(Phase next, long nowMs) {
    boolean held = withdrawn && next == Phase.HUSHED;
    return new BargeInState(next, nowMs, held, burst, utterance, caller, waryUntilMs, din);
  }

  BargeInState heldBack(long nowMs) {
    return new BargeInState(Phase.HUSHED, nowMs, true, burst, utterance, caller, waryUntilMs, din);
  }

  BargeInState burst(Burst next) {
    return new BargeInState(phase, sinceMs, withdrawn, next, utterance, caller, waryUntilMs, din);
  }

  BargeInState utterance(Utterance next) {
    return new BargeInState(phase, sinceMs, withdrawn, burst, next, caller, waryUntilMs, din);
  }

  BargeInState caller(Caller next) {
    return new BargeInState(phase, sinceMs, withdrawn, burst, utterance, next, waryUntilMs, din);
  }

  BargeInState din(boolean now) {
    return new BargeInState(phase, sinceMs, withdrawn, burst, utterance, caller, waryUntilMs, now);
  }

  BargeInState waryUntil(long untilMs) {
    return new BargeInState(phase, sinceMs, withdrawn, burst, utterance, caller, untilMs, din);
  }
}
