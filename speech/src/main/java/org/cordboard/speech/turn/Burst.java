package org.cordboard.speech.turn;

/**
 * One sound of the caller, as far as it has come: pauses below {@value #GAP_MS} ms are within it.
 * Pure.
 *
 * @param onsetMs when it began
 * @param loudMs how long it has been loud without a break
 * @param steadyMs how long it has been loud, pauses counted back at half speed: a cough's bursts
 *     fade between, syllables add up
 * @param voicedMs how long the detector has heard a voice in it
 * @param quietMs silence since its last loud frame
 * @param count loud frames: of them the levels are, since the detector's verdict lasts on
 * @param firstDb the level of its first 60 ms
 * @param recentDb its level just now
 * @param meanDb its level over all
 */
record Burst(
    long onsetMs,
    long loudMs,
    double steadyMs,
    long voicedMs,
    long quietMs,
    int count,
    double firstDb,
    double recentDb,
    double meanDb) {
  static final long GAP_MS = 200;
  private static final int FRAME_MS = 20;
  private static final int FIRST = 3; // frames
  private static final int ENOUGH = 6; // frames before a fall means anything
  private static final double FALL_DB = 7; // a cough dies away; an echo falls with our voice
  private static final double NEW = 0.4; // weight of a frame in the recent level

  /** Silence. */
  static final Burst NONE = new Burst(0, 0, 0, 0, 60_000, 0, 0, 0, 0);

  /** With the next 20 ms, which ended {@code now}: a voice, or before any, something loud. */
  Burst next(boolean loud, boolean voiced, double levelDb, long nowMs) {
    if (!voiced && (!loud || voice())) {
      return quietMs >= GAP_MS
          ? new Burst(0, 0, 0, 0, quietMs + FRAME_MS, 0, 0, 0, 0)
          : new Burst(
              onsetMs,
              0,
              Math.max(0, steadyMs - FRAME_MS / 2.0),
              voicedMs,
              quietMs + FRAME_MS,
              count,
              firstDb,
              recentDb,
              meanDb);
    }
    boolean begins = count == 0;
    if (!loud && !begins) {
      return new Burst(
          onsetMs,
          loudMs + FRAME_MS,
          steadyMs + FRAME_MS,
          voicedMs + FRAME_MS,
          0,
          count,
          firstDb,
          recentDb,
          meanDb);
    }
    int frames = count + 1;
    double mean = meanDb + (levelDb - meanDb) / frames;
    return new Burst(
        begins ? nowMs - FRAME_MS : onsetMs,
        loudMs + FRAME_MS,
        steadyMs + FRAME_MS,
        voicedMs + (voiced ? FRAME_MS : 0),
        0,
        frames,
        frames <= FIRST ? mean : firstDb,
        begins ? levelDb : recentDb + NEW * (levelDb - recentDb),
        mean);
  }

  /** True while it lasts, pauses within it included. */
  boolean present() {
    return count > 0;
  }

  /** True when a voice was heard in it. */
  boolean voice() {
    return voicedMs > 0;
  }

  /** True when it has become much softer than it began. */
  boolean falling() {
    return count >= ENOUGH && recentDb <= firstDb - FALL_DB;
  }
}
