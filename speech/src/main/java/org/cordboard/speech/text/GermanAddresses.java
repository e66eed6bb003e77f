package org.cordboard.speech.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** E-mail and web addresses. */
final class GermanAddresses {
  private static final String TOP =
      "com|org|net|info|biz|shop|app|de|at|ch|eu|fr|it|nl|be|uk|us|io|example|test";
  private static final String PATH = "(?:/[\\w%&=?#~+./-]*[\\w/])?";
  private static final Pattern PART = Pattern.compile("\\p{L}+|\\d+|[^\\p{L}\\d]");
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
    return List.of(
        Rule.words(
            "(?iu)[\\w][\\w.+%-]*@(?:[a-z0-9-]+\\.)+[a-z]{2,}\\b", match -> spoken(match.group())),
        Rule.words("(?i)\\bhttps?://([\\w.-]+\\w" + PATH + ")", GermanAddresses::web),
        Rule.words("(?i)\\b(www\\.[\\w.-]+\\w" + PATH + ")", GermanAddresses::web),
        Rule.words(
            "(?i)(?<![\\w@.-])((?:[a-z0-9][a-z0-9-]*\\.)+(?:" + TOP + ")" + PATH + ")(?![\\w@-])",
            GermanAddresses::web));
  }

  private static String web(MatchResult match) {
    String address = match.group(1);
    return spoken(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
  }

  /** Words as words, digits one by one, what is no syllable letter by letter, signs by name. */
  private static String spoken(String address) {
    return PART.matcher(address)
        .results()
        .map(part -> part(part.group()))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String part(String part) {
    char first = part.charAt(0);
    if (Character.isDigit(first)) {
      return GermanSigns.grouped(part);
    }
    if (!Character.isLetter(first)) {
      return SIGNS.getOrDefault(first, "");
    }
    String lower = part.toLowerCase(Locale.ROOT);
    boolean readable = lower.matches(".*[aeiouyäöü].*") && lower.length() > SHORT;
    return (readable || part.length() > 5) && !lower.matches(SPELLED) || lower.equals("at")
        ? part
        : GermanSigns.letters(part);
  }
}
