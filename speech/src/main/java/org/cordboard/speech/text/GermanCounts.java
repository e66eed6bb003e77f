package org.cordboard.speech.text;

import java.util.List;

/** Numbers that nothing else is known of: counted, from … to. */
final class GermanCounts {
  private static final String NUMBER = "(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?";
  private static final String THOUSANDS = "\\d{1,3}(?:\\.\\d{3})+(?![\\d.])";
  private static final String FREE = "(?<![\\w.,])";
  private static final String END = "(?!\\w|[.,:]\\d|%)";
  private static final String FEMININE = "\\p{Lu}\\p{L}*(?:e|ung|heit|keit|ion|schaft|tät|ei|rift)";

  private GermanCounts() {}

  static List<Rule> rules() {
    return List.of(
        Rule.words(
            FREE + "(?!" + THOUSANDS + ")(?:[vV] ?)?(\\d+(?:\\.\\d+){2,})(?![\\w,])",
            match -> dotted(match.group(1))),
        Rule.words(
            "\\b[vV] ?(\\d+)\\.(\\d+)(?!\\w)",
            match -> "Version " + dotted(match.group(1) + "." + match.group(2))),
        Rule.words(
            FREE + "(?<!-)(" + NUMBER + ") ?[–-] ?(" + NUMBER + ")" + END + "(?!-)",
            match ->
                GermanNumbers.number(match.group(1))
                    + " bis "
                    + GermanNumbers.number(match.group(2))),
        Rule.words(
            "(?:#|\\b[Nn]r\\. ?)(" + NUMBER + ")" + END,
            match -> "Nummer " + GermanNumbers.number(match.group(1))),
        Rule.words(
            "(?<![\\w.,)])(?:-|−)(" + NUMBER + ")" + END,
            match -> "minus " + GermanNumbers.number(match.group(1))),
        Rule.words(
            "(?:~ ?|\\b[Cc]a\\. )(" + NUMBER + ")" + END,
            match -> "ungefähr " + GermanNumbers.number(match.group(1))),
        Rule.words(
            FREE + "(" + NUMBER + ")\\+(?!\\w)",
            match -> GermanNumbers.number(match.group(1)) + " oder mehr"),
        // "1 Artikel", "1 Bestellung"
        Rule.words(
            FREE + "1(?= (?:(" + FEMININE + ")(?!\\p{L})|\\p{Lu}\\p{Ll}))",
            match -> GermanNumbers.counting(1, match.group(1) != null)),
        Rule.words(
            FREE + "(" + NUMBER + ")(?!\\w|[.,]?\\d)",
            match -> GermanNumbers.number(match.group(1))),
        Rule.words("(?<=\\p{L})(\\d+)(?!\\w)", match -> GermanNumbers.number(match.group(1))));
  }

  private static String dotted(String written) {
    String words = "";
    for (String part : written.split("\\.", -1)) {
      words += (words.isEmpty() ? "" : " Punkt ") + GermanNumbers.number(part);
    }
    return words;
  }
}
