package org.cordboard.speech.text;

import java.util.List;
import java.util.Map;

/** E-mail and web addresses. */
final class EnglishAddresses {
  private static final String TOP =
      "com|org|net|edu|gov|io|info|biz|shop|store|app|dev|us|ca|mx|uk|ie|au|nz|de|at|ch|fr|es|it|nl"
          + "|be|eu|example|test";
  private static final Map<Character, String> SIGNS =
      Map.of(
          '.',
          "dot",
          '@',
          "at",
          '-',
          "dash",
          '_',
          "underscore",
          '/',
          "slash",
          '+',
          "plus",
          '?',
          "question mark",
          '=',
          "equals",
          '&',
          "and",
          '#',
          "hash");

  private EnglishAddresses() {}

  static List<Rule> rules() {
    return new AddressReader(TOP, SIGNS, EnglishAddresses::isWord, EnglishSigns.SIGNS).rules();
  }

  /** A part with a vowel and more than two letters, a short word, or one too long to spell. */
  private static boolean isWord(String part) {
    return part.length() > 2 && part.matches(".*[aeiouy].*")
        || part.length() > 5
        || part.matches(
            "me|my|us|we|go|to|at|in|on|or|of|it|is|do|no|so|up|by|be|he|an|as|jo|al|ed|ty|bo");
  }
}
