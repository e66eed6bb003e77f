package org.cordboard.speech.google;

import com.google.cloud.speech.v2.PhraseSet;
import com.google.cloud.speech.v2.SpeechAdaptation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cordboard.speech.RecognitionStream.Expectation;

/**
 * What Google is asked to lean to: the words of the business, and the form of the answer that is
 * expected. Classes such as {@code $OOV_CLASS_DIGIT_SEQUENCE} are Google's own. Pure.
 */
final class Adaptation {
  private static final int MOST_PHRASES = 1_000; // Google takes 5,000, some models 1,200
  private static final int LONGEST_PHRASE = 100; // letters

  private static final List<String> DIGITS =
      List.of("$OOV_CLASS_DIGIT_SEQUENCE", "$OOV_CLASS_FULLPHONENUM");
  private static final List<String> SPELLING = List.of("$OOV_CLASS_ALPHANUMERIC_SEQUENCE");
  private static final Map<String, List<String>> YES_NO =
      Map.of(
          "en", List.of("yes", "no", "yeah", "yep", "nope", "sure", "okay", "correct", "right"),
          "de", List.of("ja", "nein", "genau", "richtig", "okay", "stimmt", "doch"),
          "es", List.of("sí", "no", "claro", "correcto", "vale", "exacto"),
          "fr", List.of("oui", "non", "d'accord", "exactement", "bien sûr", "si"));

  private Adaptation() {}

  /**
   * Phrases for {@code expectation} in {@code language}; the default instance when there are none.
   */
  static SpeechAdaptation of(
      List<String> business, Expectation expectation, Locale language, double boost) {
    Set<String> values = new LinkedHashSet<>(expected(expectation, language));
    for (String phrase : business) {
      String clean = phrase.strip();
      if (!clean.isEmpty() && clean.length() <= LONGEST_PHRASE && values.size() < MOST_PHRASES) {
        values.add(clean);
      }
    }
    if (values.isEmpty() || boost <= 0) {
      return SpeechAdaptation.getDefaultInstance();
    }
    PhraseSet.Builder phrases = PhraseSet.newBuilder().setBoost((float) boost);
    for (String value : values) {
      phrases.addPhrases(PhraseSet.Phrase.newBuilder().setValue(value));
    }
    return SpeechAdaptation.newBuilder()
        .addPhraseSets(
            SpeechAdaptation.AdaptationPhraseSet.newBuilder().setInlinePhraseSet(phrases))
        .build();
  }

  private static List<String> expected(Expectation expectation, Locale language) {
    return switch (expectation) {
      case DIGITS -> DIGITS;
      case SPELLING -> SPELLING;
      case YES_NO -> YES_NO.getOrDefault(language.getLanguage(), List.of());
      case FREE -> List.of();
    };
  }
}
