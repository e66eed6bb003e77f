package org.cordboard.speech.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** E-mail and web addresses. */
final class EnglishAddresses {
  private static final String TOP =
      "com|org|net|edu|gov|io|info|biz|shop|store|app|dev|us|ca|mx|uk|ie|au|nz|de|at|ch|fr|es|it|nl"
          + "|be|eu|example|test";
  private static final String PATH = "(?:/[\\w%&=?#~+./-]*[\\w/])?";
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
    return List.of(
        Rule.words(
            "(?i)[\\w][\\w.+%-]*@(?:[a-z0-9-]+\\.)+[a-z]{2,}\\b", match -> spoken(match.group())),
        Rule.words("(?i)\\bhttps?://([\\w.-]+\\w" + PATH + ")", EnglishAddresses::web),
        Rule.words("(?i)\\b(www\\.[\\w.-]+\\w" + PATH + ")", EnglishAddresses::web),
        Rule.words(
            "(?i)(?<![\\w@.-])((?:[a-z0-9][a-z0-9-]*\\.)+(?:" + TOP + ")" + PATH + ")(?![\\w@-])",
            EnglishAddresses::web));
  }

  private static String web(MatchResult match) {
    String address = match.group(1);
    String plain = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return spoken(plain);
  }

  /** Words as words, digits one by one, a part without a vowel letter by letter, signs by name. */
  private static String spoken(String address) {
    return java.util.regex.Pattern.compile("[A-Za-z]+|\\d+|[^A-Za-z\\d]")
        .matcher(address)
        .results()
        .map(part -> part(part.group()))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String part(String part) {
    char first = part.charAt(0);
    if (Character.isDigit(first)) {
      return EnglishSigns.grouped(part);
    }
    if (!Character.isLetter(first)) {
      return SIGNS.getOrDefault(first, "");
    }
    String lower = part.toLowerCase(Locale.ROOT);
    boolean readable =
        lower.matches(".*[aeiouy].*") && lower.length() > 2
            || lower.matches(
                "me|my|us|we|go|to|at|in|on|or|of|it|is|do|no|so|up|by|be|he|an|as|jo|al|ed|ty|bo");
    return readable || part.length() > 5 ? part : EnglishSigns.letters(part);
  }
}
