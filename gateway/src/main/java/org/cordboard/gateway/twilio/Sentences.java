package org.cordboard.gateway.twilio;

import com.twilio.twiml.voice.Say;
import java.util.Arrays;

/** Sentences that the carrier itself speaks. */
final class Sentences {
  private Sentences() {}

  static Say say(String language, String text) {
    return new Say.Builder(text).language(language(language)).build();
  }

  /** The carrier's name for a language; unknown ones throw naming the key. */
  static Say.Language language(String code) {
    return Arrays.stream(Say.Language.values())
        .filter(known -> known.toString().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'language' "
                        + code
                        + " is not spoken by the carrier; use a code such as en-US"));
  }
}
