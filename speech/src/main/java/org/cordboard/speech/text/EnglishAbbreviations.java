package org.cordboard.speech.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Short forms of words, and signs that stand for words. */
final class EnglishAbbreviations {
  private static final Map<String, String> TITLES =
      Map.of(
          "Dr.",
          "Doctor",
          "Mr.",
          "Mister",
          "Mrs.",
          "Missus",
          "Ms.",
          "Miz",
          "Prof.",
          "Professor",
          "Rev.",
          "Reverend",
          "Gov.",
          "Governor",
          "Mt.",
          "Mount");
  private static final Map<String, String> LAST = // may end a sentence
      Map.ofEntries(
          Map.entry("St", "Street"),
          Map.entry("Ave", "Avenue"),
          Map.entry("Blvd", "Boulevard"),
          Map.entry("Rd", "Road"),
          Map.entry("Ln", "Lane"),
          Map.entry("Hwy", "Highway"),
          Map.entry("Pkwy", "Parkway"),
          Map.entry("Ct", "Court"),
          Map.entry("etc", "et cetera"),
          Map.entry("Inc", "Incorporated"),
          Map.entry("Ltd", "Limited"),
          Map.entry("Corp", "Corporation"),
          Map.entry("Co", "Company"),
          Map.entry("Jr", "Junior"),
          Map.entry("Sr", "Senior"));
  private static final Map<String, String> WITHIN =
      Map.ofEntries(
          Map.entry("e.g.", "for example"),
          Map.entry("i.e.", "that is"),
          Map.entry("vs.", "versus"),
          Map.entry("approx.", "approximately"),
          Map.entry("Apt.", "Apartment"),
          Map.entry("Ste.", "Suite"),
          Map.entry("Dept.", "Department"),
          Map.entry("dept.", "department"),
          Map.entry("Ext.", "extension"),
          Map.entry("ext.", "extension"),
          Map.entry("incl.", "including"),
          Map.entry("excl.", "excluding"),
          Map.entry("max.", "maximum"),
          Map.entry("est.", "estimated"),
          Map.entry("qty.", "quantity"),
          Map.entry("misc.", "miscellaneous"),
          Map.entry("w/o", "without"),
          Map.entry("w/", "with"));

  /** Follows a stop that does not end a sentence. */
  static final String GOES_ON = "(?!\\s*$|\\s+(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|to\\b)\\p{Lu})";

  private EnglishAbbreviations() {}

  static List<Rule> rules() {
    return List.of(
        Rule.words("\\bSt\\.(?= [A-Z][a-z])", match -> "Saint"),
        table(TITLES, "(?!\\s*$)"),
        table(WITHIN, ""),
        Rule.words(
            "(?<![\\w.])(" + written(LAST) + ")(?=\\.)(?:\\." + GOES_ON + ")?",
            match -> LAST.get(match.group(1))),
        Rule.words("\\b[Nn]o\\.(?= ?\\d)", match -> "number"),
        Rule.words(" ?& ?", match -> "and"),
        Rule.words("\\band/or\\b", match -> "and or"),
        Rule.words("(?<=[A-Za-z]{2})/(?=[A-Za-z]{2})", match -> "or"),
        Rule.words("(?<=\\d) ?\\+ ?(?=\\d)", match -> "plus"),
        Rule.words("(?<=[\\w)]) ?= ?(?=\\w)", match -> "equals"),
        Rule.words("[\\p{So}\\p{Cs}•*_#`~|^\\\\\\[\\]{}<>\\uFE0F]+", match -> ""));
  }

  private static Rule table(Map<String, String> words, String before) {
    return Rule.words(
        "(?<![\\w.])(" + written(words) + ")" + before, match -> words.get(match.group(1)));
  }

  private static String written(Map<String, String> words) {
    return words.keySet().stream()
        .sorted(java.util.Comparator.comparingInt(String::length).reversed())
        .map(java.util.regex.Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
