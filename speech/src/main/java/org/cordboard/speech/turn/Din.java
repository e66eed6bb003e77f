package org.cordboard.speech.turn;

/**
 * Tells endless noise that the detector takes for a voice (a radio, a crowd, a vacuum cleaner) from
 * a caller: a voice in which the recogniser, asked, finds no more words. Pure but for its own
 * state; counts samples, never reads a clock. One per side of a call, one thread.
 *
 * <pre>
 * state  what happens                                          next
 * CLEAR  an utterance is over, much voice since its last word  DIN
 * CLEAR  more words, or silence ≥ over                         CLEAR, counted anew
 * DIN    silence ≥ over                                        CLEAR
 * DIN    words                                                 DIN: they were said through it
 * </pre>
 */
public final class Din {
  private static final long FRAME_SAMPLES = 160;
  private static final long SAMPLES_PER_MS = 8;
  private static final double DENSE = 0.75; // of the time: noise has gaps that are no pauses
  private static final int STRAY = 1; // words that engines find in noise, or add at the end

  private final long after;
  private final long over;
  private long voice; // since the last word
  private int known; // words of the utterance so far
  private long silence;
  private boolean on;

  /**
   * What was known of an utterance when it ended.
   *
   * @param voice up to its end since the last word, in samples
   * @param words of it
   */
  public record Asked(long voice, int words) {}

  /** At the beginning of a stream. */
  public Din(DinSettings settings) {
    this.after = (long) (DENSE * EndpointingProfile.samples(settings.after()));
    this.over = EndpointingProfile.samples(settings.over());
  }

  /** Voice since the last word. */
  public long voiceMs() {
    return voice / SAMPLES_PER_MS;
  }

  /** Takes the next 20 ms; true when the noise is over with it. */
  public boolean frame(boolean voiced) {
    if (voiced) {
      silence = 0;
      voice += FRAME_SAMPLES;
      return false;
    }
    silence += FRAME_SAMPLES;
    if (silence < over) {
      return false;
    }
    boolean ends = on;
    on = false;
    voice = 0;
    return ends;
  }

  /** So many words are known of the utterance that goes on. */
  public void words(int soFar) {
    if (soFar != known) {
      known = soFar;
      voice = 0;
    }
  }

  /** The utterance is over: the recogniser is asked for all of its words. */
  public Asked ended() {
    Asked asked = new Asked(voice, known);
    known = 0;
    return asked;
  }

  /** It has so many; true when noise is known with that. */
  public boolean said(Asked asked, int words) {
    boolean more = words > asked.words() + STRAY;
    boolean begins = !on && !more && Math.min(asked.voice(), voice) >= after;
    on |= begins;
    if (more) {
      voice = 0;
    }
    return begins;
  }
}
