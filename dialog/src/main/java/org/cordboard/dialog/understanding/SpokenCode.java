package org.cordboard.dialog.understanding;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A code that was asked for and is spelt: "A B one two C", "B as in boy, 7, double X", "Berlin,
 * Anton, vier", "AB-12C". The longest stretch of letters and digits in a turn is it. Pure.
 */
final class SpokenCode {
  private static final int SHORTEST = 2; // characters
  private static final Pattern WRITTEN = // "AB12C", "AB", "12"; "that" is a word
      Pattern.compile("(?=.*\\d)[\\p{L}\\d]+|\\p{Lu}{2,3}");
  private static final Pattern XRAY = Pattern.compile("\\b[Xx]-?[Rr]ay\\b");
  private static final Set<String> FILLERS =
      Set.of(
          "um",
          "uh",
          "uhm",
          "erm",
          "hm",
          "hmm",
          "äh",
          "ähm",
          "and",
          "then",
          "und",
          "dann",
          "dash",
          "hyphen",
          "bindestrich",
          "capital",
          "groß",
          "letter",
          "number",
          "digit",
          "the");
  private static final Set<String> AS = Set.of("as", "for", "like", "wie");
  private static final Set<String> ARTICLES = Set.of("in", "a", "an");
  private static final Map<String, Integer> TIMES =
      Map.of("double", 2, "triple", 3, "doppel", 2, "zweimal", 2, "dreimal", 3);
  private static final Set<String> ALPHABET = // by their first letters
      Set.of(
          ("alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike"
                  + " november oscar papa quebec romeo sierra tango uniform victor whiskey whisky"
                  + " yankee zulu"
                  + " anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann konrad"
                  + " ludwig martha nordpol otto paula quelle richard samuel siegfried theodor ulrich"
                  + " viktor wilhelm xanthippe ypsilon zacharias zeppelin"
                  + " aachen berlin chemnitz düsseldorf essen frankfurt goslar hamburg ingelheim jena"
                  + " köln leipzig münchen nürnberg offenbach potsdam quickborn rostock salzwedel"
                  + " tübingen unna völklingen wuppertal xanten zwickau")
              .split(" "));

  private SpokenCode() {}

  /** The code in capitals and digits, in the answer to a question for it. */
  static Optional<String> find(String text) {
    Scan scan =
        new Scan(
            XRAY.matcher(text)
                .replaceAll("X")
                .replaceAll("(?<=[\\p{L}\\d])[-./](?=[\\p{L}\\d])", " "));
    return scan.longest.length() < SHORTEST ? Optional.empty() : Optional.of(scan.longest);
  }

  /** One pass over a turn's words. */
  private static final class Scan {
    private final String[] words;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int times = 1;

    Scan(String text) {
      words = text.replace('’', '\'').strip().split("[\\s,.;:!?…-]+");
      for (int at = 0; at < words.length; at++) {
        at = word(at);
      }
      end();
    }

    /** Takes the word at {@code at}; answers where the last one stands that belongs to it. */
    private int word(int at) {
      String lower = words[at].toLowerCase(Locale.ROOT);
      if (!run.isEmpty() && AS.contains(lower) && at + 1 < words.length) {
        boolean more = ARTICLES.contains(words[at + 1].toLowerCase(Locale.ROOT));
        return more ? at + 2 : at + 1; // "B as in boy": it is named already
      }
      String signs = signs(words[at], lower);
      if (!signs.isEmpty()) {
        run.append(signs.repeat(times));
        times = 1;
      } else if (TIMES.containsKey(lower)) {
        times = TIMES.getOrDefault(lower, 1);
      } else if (!FILLERS.contains(lower)) {
        end();
      }
      return at;
    }

    private static String signs(String word, String lower) {
      String digit = SpokenEmail.digit(lower);
      if (!digit.isEmpty()) {
        return digit;
      } else if (lower.equals("oh")) {
        return "0";
      } else if (ALPHABET.contains(lower)) {
        return lower.substring(0, 1).toUpperCase(Locale.ROOT);
      }
      boolean sign = word.length() == 1 && Character.isLetterOrDigit(word.charAt(0));
      return sign || WRITTEN.matcher(word).matches() ? word.toUpperCase(Locale.ROOT) : "";
    }

    private void end() {
      longest = run.length() >= longest.length() ? run.toString() : longest;
      run.setLength(0);
      times = 1;
    }
  }
}
