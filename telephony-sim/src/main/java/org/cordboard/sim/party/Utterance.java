package org.cordboard.sim.party;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something a person says.
 *
 * @param text the words; what the voice speaks, and what the timeline shows
 * @param wav audio that is played in place of the voice (8 kHz, μ-law or 16-bit, one channel), or
 *     null
 * @param rate 1 is the voice's own pace, 0.8 slower
 */
public record Utterance(String text, @Nullable Path wav, double rate) {
  /** Checks the pace. */
  public Utterance {
    if (!(rate >= 0.4 && rate <= 2.5)) {
      throw new IllegalArgumentException("rate must lie in 0.4…2.5, not " + rate);
    }
  }

  /** {@code text} at the voice's own pace. */
  public static Utterance of(String text) {
    return new Utterance(text, null, 1);
  }
}
