package org.cordboard.gateway.twilio;

import com.twilio.twiml.voice.Say;
import java.util.Arrays;
import java.util.Locale;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;

/** Sentences that the carrier itself speaks. */
final class Sentences {
  private Sentences() {}

  /** Read aloud by our own rules: carriers' voices differ in how they read numbers. */
  static Say say(String language, String text) {
    Locale locale = Locale.forLanguageTag(language);
    TextReader reader = TextReader.of(locale).orElseGet(() -> TextReader.plain(locale));
    String spoken = reader.read(text, Lexicon.NONE).text();
    return new Say.Builder(spoken).language(language(language)).build();
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
