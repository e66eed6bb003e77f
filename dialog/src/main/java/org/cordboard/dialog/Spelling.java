package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spells by the telephone alphabet: letters with a word that begins with them, digits one by one.
 * Pure.
 */
final class Spelling {
  private static final Alphabet NONE = new Alphabet(List.of(), " ", Map.of());
  private static final Map<String, Alphabet> ALPHABETS =
      Map.of(
          "en",
          Alphabet.of(
              " as in ",
              Map.of(
                  '@', "at", '.', "dot", '-', "dash", '_', "underscore", '/', "slash", '+', "plus"),
              ("Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike"
                      + " November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray"
                      + " Yankee Zulu")
                  .split(" ")),
          "de", // DIN 5009:2022, by towns that every listener knows
          Alphabet.of(
              " wie ",
              Map.of(
                  '@',
                  "at",
                  '.',
                  "Punkt",
                  '-',
                  "Bindestrich",
                  '_',
                  "Unterstrich",
                  '/',
                  "Schrägstrich",
                  '+',
                  "Plus",
                  'Ä',
                  "Ä wie Umlaut Aachen",
                  'Ö',
                  "Ö wie Umlaut Offenbach",
                  'Ü',
                  "Ü wie Umlaut Unna",
                  'ß',
                  "Eszett"),
              ("Aachen Berlin Chemnitz Düsseldorf Essen Frankfurt Goslar Hamburg Ingelheim Jena Köln"
                      + " Leipzig München Nürnberg Offenbach Potsdam Quickborn Rostock Salzwedel"
                      + " Tübingen Unna Völklingen Wuppertal Xanten Ypsilon Zwickau")
                  .split(" ")));
  // an e-mail address, a code or number, a name: what a listener writes down
  private static final List<Pattern> SPELLABLE =
      List.of(
          Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          Pattern.compile("\\b(?=[A-Z0-9-]*\\d)[A-Z0-9]+(?:-[A-Z0-9]+)*\\b"),
          Pattern.compile("(?<![.?!] )(?<!^)\\b(?!AI\\b|I\\b|I')[A-Z]\\p{L}+(?: [A-Z]\\p{L}+)*"));
  private static final int CAPITALISED =
      2; // the third kind: where every noun begins so, none is a name
  private static final int LEAST = 3; // characters: a shorter thing is not written down
  private static final int MOST = 40;

  private Spelling() {}

  /**
   * A language's telephone alphabet.
   *
   * @param words A to Z
   * @param as between a letter and its word
   * @param signs how other signs are said
   */
  private record Alphabet(List<String> words, String as, Map<Character, String> signs) {
    static Alphabet of(String as, Map<Character, String> signs, String... words) {
      return new Alphabet(List.of(words), as, signs);
    }
  }

  /** The last thing in these texts that people write down; the newest text first. */
  static Optional<String> lastValue(List<String> texts, Locale language) {
    boolean nouns = language.getLanguage().equals(Locale.GERMAN.getLanguage());
    for (int i = texts.size() - 1; i >= 0; i--) {
      for (Pattern kind : SPELLABLE.subList(0, nouns ? CAPITALISED : SPELLABLE.size())) {
        String last = "";
        Matcher matcher = kind.matcher(texts.get(i));
        while (matcher.find()) {
          boolean fits = matcher.group().length() >= LEAST && matcher.group().length() <= MOST;
          last = fits ? matcher.group() : last;
        }
        if (!last.isEmpty()) {
          return Optional.of(last);
        }
      }
    }
    return Optional.empty();
  }

  /** {@code Bo-7} as {@code B as in Bravo, O as in Oscar, dash, 7}, or as another language does. */
  static String spelled(String value, Locale language) {
    Alphabet alphabet = ALPHABETS.getOrDefault(language.getLanguage(), NONE);
    List<String> parts = new ArrayList<>();
    for (char small : value.toCharArray()) {
      char sign = Character.toUpperCase(small);
      if (sign >= 'A' && sign <= 'Z' && !alphabet.words().isEmpty()) {
        parts.add(sign + alphabet.as() + alphabet.words().get(sign - 'A'));
      } else if (alphabet.signs().containsKey(sign)) {
        parts.add(alphabet.signs().get(sign));
      } else if (Character.isLetterOrDigit(sign)) {
        parts.add(String.valueOf(sign));
      }
    }
    return String.join(", ", parts);
  }
}
