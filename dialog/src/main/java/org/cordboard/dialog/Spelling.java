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
  private static final Map<Character, String> SIGNS =
      Map.of('@', "at", '.', "dot", '-', "dash", '_', "underscore", '/', "slash", '+', "plus");
  private static final Map<String, List<String>> ALPHABETS =
      Map.of(
          "en",
          List.of(
              ("Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike"
                      + " November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray"
                      + " Yankee Zulu")
                  .split(" ")));
  // an e-mail address, a code or number, a name: what a listener writes down
  private static final List<Pattern> SPELLABLE =
      List.of(
          Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          Pattern.compile("\\b(?=[A-Z0-9-]*\\d)[A-Z0-9]+(?:-[A-Z0-9]+)*\\b"),
          Pattern.compile("(?<![.?!] )(?<!^)\\b(?!AI\\b|I\\b|I')[A-Z]\\p{L}+(?: [A-Z]\\p{L}+)*"));
  private static final int LEAST = 3; // characters: a shorter thing is not written down
  private static final int MOST = 40;

  private Spelling() {}

  /** The last thing in these texts that people write down; the newest text first. */
  static Optional<String> lastValue(List<String> texts) {
    for (int i = texts.size() - 1; i >= 0; i--) {
      for (Pattern kind : SPELLABLE) {
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

  /** {@code Bo-7} as {@code B as in Bravo, O as in Oscar, dash, 7}. */
  static String spelled(String value, Locale language) {
    List<String> alphabet = ALPHABETS.getOrDefault(language.getLanguage(), List.of());
    List<String> parts = new ArrayList<>();
    for (char sign : value.toUpperCase(Locale.ROOT).toCharArray()) {
      boolean known = sign >= 'A' && sign <= 'Z' && !alphabet.isEmpty();
      if (known) {
        parts.add(sign + " as in " + alphabet.get(sign - 'A'));
      } else if (Character.isLetterOrDigit(sign)) {
        parts.add(String.valueOf(sign));
      } else if (SIGNS.containsKey(sign)) {
        parts.add(SIGNS.get(sign));
      }
    }
    return String.join(", ", parts);
  }
}
