package org.cordboard.speech.turn;

import java.time.Duration;
import org.cordboard.speech.RecognitionStream.Expectation;

/**
 * Section {@code speech.endpointing}: how much silence ends a turn, by what is expected and by what
 * has been said so far.
 *
 * @param words whether words so far count; without them silence decides alone
 * @param minSpeech see {@link EndpointingProfile#minSpeech}
 * @param lead see {@link EndpointingProfile#lead}
 * @param pause see {@link EndpointingProfile#pause}
 * @param maxUtterance see {@link EndpointingProfile#maxUtterance}
 * @param completeEnd silence that ends a turn whose words are whole
 * @param openEnd silence that ends one whose words seem to go on
 * @param holdEnd silence that ends one whose words must go on, such as "my number is"
 * @param settle silence after which no partial with words from before it is awaited
 * @param freeEnd silence that ends free speech of which no words are known
 * @param digitsEnd silence that ends a number that may go on: people read digits in groups
 * @param yesNoEnd silence that ends a yes or no of which no words are known
 * @param spellingEnd silence that ends a spelling, name or e-mail address that may go on
 */
public record EndpointingSettings(
    boolean words,
    Duration minSpeech,
    Duration lead,
    Duration pause,
    Duration maxUtterance,
    Duration completeEnd,
    Duration openEnd,
    Duration holdEnd,
    Duration settle,
    Duration freeEnd,
    Duration digitsEnd,
    Duration yesNoEnd,
    Duration spellingEnd) {
  /** Checks that every profile is possible. */
  public EndpointingSettings {
    for (Duration end : new Duration[] {freeEnd, digitsEnd, yesNoEnd, spellingEnd}) {
      new EndpointingProfile(minSpeech, pause, end, maxUtterance, lead);
    }
    if (completeEnd.compareTo(pause) < 0
        || openEnd.compareTo(completeEnd) < 0
        || holdEnd.compareTo(openEnd) < 0
        || maxUtterance.compareTo(holdEnd.multipliedBy(2)) <= 0) {
      throw new IllegalArgumentException(
          "needs pause ≤ complete-end ≤ open-end ≤ hold-end, twice that < max-utterance");
    }
    if (settle.isNegative()) {
      throw new IllegalArgumentException("settle must not be below 0");
    }
  }

  /** The profile by silence alone for what is expected next. */
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

  /** The profile by silence alone for an answer of that form. */
  EndpointingProfile profile(Expected expected) {
    return profile(expected.form().bias());
  }

  /** Silence that ends an answer of that form when nothing else is known. */
  Duration end(Expected.Form form) {
    return profile(form.bias()).end();
  }

  /** The same with another end of whole turns, as benches try them. */
  public EndpointingSettings completeEnd(Duration other) {
    Duration earliest = pause.compareTo(other) > 0 ? other : pause;
    Duration latest = openEnd.compareTo(other) > 0 ? openEnd : other;
    return new EndpointingSettings(
        words,
        minSpeech,
        lead,
        earliest,
        maxUtterance,
        other,
        latest,
        holdEnd.compareTo(latest) > 0 ? holdEnd : latest,
        settle,
        freeEnd,
        digitsEnd,
        yesNoEnd,
        spellingEnd);
  }
}
