package org.cordboard.speech.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says e-mail and web addresses: words as words, digits one by one, what is no word letter by
 * letter, signs by name. Pure.
 *
 * @param top the endings that make an address of what has no other mark, an expression
 * @param signs the names of signs; others are left out
 * @param words which parts are said as words, in small letters
 * @param reader says the others
 */
record AddressReader(
    String top, Map<Character, String> signs, Predicate<String> words, SignReader reader) {
  private static final String PATH = "(?:/[\\w%&=?#~+./-]*[\\w/])?";
  private static final Pattern PART = Pattern.compile("\\p{L}+|\\d+|[^\\p{L}\\d]");

  List<Rule> rules() {
    return List.of(
        Rule.words(
            "(?i)[\\w][\\w.+%-]*@(?:[a-z0-9-]+\\.)+[a-z]{2,}\\b", match -> spoken(match.group())),
        Rule.words("(?i)\\bhttps?://([\\w.-]+\\w" + PATH + ")", this::web),
        Rule.words("(?i)\\b(www\\.[\\w.-]+\\w" + PATH + ")", this::web),
        Rule.words(
            "(?i)(?<![\\w@.-])((?:[a-z0-9][a-z0-9-]*\\.)+(?:" + top + ")" + PATH + ")(?![\\w@-])",
            this::web));
  }

  private String web(MatchResult match) {
    String address = match.group(1);
    return spoken(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
  }

  private String spoken(String address) {
    return PART.matcher(address)
        .results()
        .map(part -> part(part.group()))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String part(String part) {
    char first = part.charAt(0);
    if (Character.isDigit(first)) {
      return reader.grouped(part);
    }
    if (!Character.isLetter(first)) {
      return signs.getOrDefault(first, "");
    }
    return words.test(part.toLowerCase(Locale.ROOT)) ? part : reader.letters(part);
  }
}
