package org.cordboard.sim.party;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something a person says, or a sound they make.
 *
 * @param text the words; what the voice speaks, and what the timeline shows
 * @param wav audio that is played in place of the voice (8 kHz, μ-law or 16-bit, one channel), or
 *     null
 * @param rate 1 is the voice's own pace, 0.8 slower
 * @param voice whose voice says it; empty for the person's own
 * @param kind words to the other side, words to somebody in the room, or a cough
 */
public record Utterance(String text, @Nullable Path wav, double rate, String voice, Kind kind) {
  /** Checks the pace. */
  public Utterance {
    if (!(rate >= 0.4 && rate <= 2.5)) {
      throw new IllegalArgumentException("rate must lie in 0.4…2.5, not " + rate);
    }
  }

  /** What is made of an utterance. */
  public enum Kind {
    /** Words, from a voice or a file. */
    WORDS,
    /** Words to somebody else in the room, away from the mouthpiece: 12 dB softer. */
    ASIDE,
    /** A cough: synthetic, different from seed to seed. */
    COUGH
  }

  /** Words in the person's own voice, or from {@code wav}. */
  public Utterance(String text, @Nullable Path wav, double rate) {
    this(text, wav, rate, "", Kind.WORDS);
  }

  /** {@code text} at the voice's own pace. */
  public static Utterance of(String text) {
    return new Utterance(text, null, 1);
  }

  /** {@code text}, to somebody else in the room. */
  public static Utterance aside(String text) {
    return new Utterance(text, null, 1, "", Kind.ASIDE);
  }

  /** A cough. */
  public static Utterance cough() {
    return new Utterance("[cough]", null, 1, "", Kind.COUGH);
  }
}
