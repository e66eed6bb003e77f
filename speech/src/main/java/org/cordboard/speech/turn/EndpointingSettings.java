package org.cordboard.speech.turn;

import java.time.Duration;
import org.cordboard.speech.RecognitionStream.Expectation;

/**
 * Section {@code speech.endpointing}: a profile for every expectation, which differ in the silence
 * that ends them.
 *
 * @param minSpeech see {@link EndpointingProfile#minSpeech}
 * @param lead see {@link EndpointingProfile#lead}
 * @param pause see {@link EndpointingProfile#pause}
 * @param maxUtterance see {@link EndpointingProfile#maxUtterance}
 * @param freeEnd silence that ends free speech
 * @param digitsEnd silence that ends a number: people read digits in groups
 * @param yesNoEnd silence that ends a yes or no
 * @param spellingEnd silence that ends a spelling, name or e-mail address
 */
public record EndpointingSettings(
    Duration minSpeech,
    Duration lead,
    Duration pause,
    Duration maxUtterance,
    Duration freeEnd,
    Duration digitsEnd,
    Duration yesNoEnd,
    Duration spellingEnd) {
  /** Checks that every profile is possible. */
  public EndpointingSettings {
    for (Duration end : new Duration[] {freeEnd, digitsEnd, yesNoEnd, spellingEnd}) {
      new EndpointingProfile(minSpeech, pause, end, maxUtterance, lead);
    }
  }

  /** The profile for what is expected next. */
  public EndpointingProfile profile(Expectation expectation) {
    Duration end =
        switch (expectation) {
          case FREE -> freeEnd;
          case DIGITS -> digitsEnd;
          case YES_NO -> yesNoEnd;
          case SPELLING -> spellingEnd;
        };
    return new EndpointingProfile(minSpeech, pause, end, maxUtterance, lead);
  }
}
