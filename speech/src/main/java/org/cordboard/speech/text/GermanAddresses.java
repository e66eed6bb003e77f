package org.cordboard.speech.text;

import java.util.List;
import java.util.Map;

/** E-mail and web addresses. */
final class GermanAddresses {
  private static final String TOP =
      "com|org|net|info|biz|shop|app|de|at|ch|eu|fr|it|nl|be|uk|us|io|example|test";
  private static final Map<Character, String> SIGNS =
      Map.of(
          '.',
          "Punkt",
          '@',
          "at",
          '-',
          "Bindestrich",
          '_',
          "Unterstrich",
          '/',
          "Schrägstrich",
          '+',
          "Plus",
          '?',
          "Fragezeichen",
          '=',
          "Gleich",
          '&',
          "Und",
          '#',
          "Raute");
  private static final String SPELLED = "de|ch|eu|fr|nl|uk|us|io|gmx|www|tv";
  private static final int SHORT = 2; // letters that are no syllable of their own

  private GermanAddresses() {}

  static List<Rule> rules() {
    return new AddressReader(TOP, SIGNS, GermanAddresses::isWord, GermanSigns.SIGNS).rules();
  }

  /** A part with a vowel, unless it is spelled by custom, or one too long to spell. */
  private static boolean isWord(String part) {
    boolean readable = part.matches(".*[aeiouyäöü].*") && part.length() > SHORT;
    return (readable || part.length() > 5) && !part.matches(SPELLED) || part.equals("at");
  }
}
