package org.cordboard.speech;

/**
 * Something to say.
 *
 * @param text plain words, already written as they are to be spoken; a {@code <speak>} document for
 *     a voice that {@link SpeechSynthesizer#readsMarkup reads markup}
 * @param voice a name from {@link SpeechSynthesizer#voices()}, or empty for the engine's default;
 *     an engine refuses an unknown one with a failure that lists those it has
 * @param rate 1 is the voice's own pace, 0.8 slower
 * @param gain 1 is normal loudness
 */
public record SpeechRequest(String text, String voice, double rate, double gain) {
  /** Checks the ranges. */
  public SpeechRequest {
    if (!(rate >= 0.4 && rate <= 2.5)) {
      throw new IllegalArgumentException("rate must lie in 0.4…2.5, not " + rate);
    }
    if (!(gain >= 0 && gain <= 4)) {
      throw new IllegalArgumentException("gain must lie in 0…4, not " + gain);
    }
  }

  /** {@code text} in {@code voice}, at its normal pace and loudness. */
  public static SpeechRequest of(String text, String voice) {
    return new SpeechRequest(text, voice, 1, 1);
  }
}
