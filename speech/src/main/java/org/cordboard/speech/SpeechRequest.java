package org.cordboard.speech;

import java.util.Optional;
import org.cordboard.speech.text.Spoken;

/**
 * Something to say.
 *
 * @param text plain words, already written as they are to be spoken
 * @param voice a name from {@link SpeechSynthesizer#voices()}, or empty for the engine's default;
 *     an engine refuses an unknown one with a failure that lists those it has
 * @param rate 1 is the voice's own pace, 0.8 slower
 * @param gain 1 is normal loudness
 * @param markup the same as a {@code <speak>} document, for a voice that {@link
 *     SpeechSynthesizer#readsMarkup reads markup}; each place with the place in {@code text} that
 *     it stands for
 */
public record SpeechRequest(
    String text, String voice, double rate, double gain, Optional<Spoken> markup) {
  /** Checks the ranges. */
  public SpeechRequest {
    if (!(rate >= 0.4 && rate <= 2.5)) {
      throw new IllegalArgumentException("rate must lie in 0.4…2.5, not " + rate);
    }
    if (!(gain >= 0 && gain <= 4)) {
      throw new IllegalArgumentException("gain must lie in 0…4, not " + gain);
    }
  }

  /** Plain words alone. */
  public SpeechRequest(String text, String voice, double rate, double gain) {
    this(text, voice, rate, gain, Optional.empty());
  }

  /** The same in {@code voice}, or the engine's default; with or without markup. */
  public SpeechRequest in(String voice, boolean marked) {
    return new SpeechRequest(text, voice, rate, gain, marked ? markup : Optional.empty());
  }

  /** What is left of it from a place in its text on: plain words. */
  public SpeechRequest from(int place) {
    return place == 0 ? this : new SpeechRequest(text.substring(place), voice, rate, gain);
  }

  /** {@code text} in {@code voice}, at its normal pace and loudness. */
  public static SpeechRequest of(String text, String voice) {
    return new SpeechRequest(text, voice, 1, 1);
  }
}
