package org.cordboard.speech.text;

import java.util.List;

/** Numbers that nothing else is known of: counted, in order, from … to. */
final class EnglishCounts {
  private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
  private static final String FREE = "(?<![\\w.])";
  private static final String END = "(?!\\w|[.,:]\\d|%)";

  private EnglishCounts() {}

  static List<Rule> rules() {
    return List.of(
        Rule.words(
            FREE + "(\\d+)(?:st|nd|rd|th)\\b",
            match -> EnglishNumbers.ordinal(Long.parseLong(match.group(1)))),
        Rule.words(
            FREE + "(?:[vV] ?)?(\\d+(?:\\.\\d+){2,})(?!\\w)", match -> dotted(match.group(1))),
        Rule.words(
            "\\b[vV] ?(\\d+\\.\\d+)(?!\\w)",
            match -> "version " + EnglishNumbers.number(match.group(1))),
        Rule.words(
            FREE + "(?<!-)(" + NUMBER + ") ?[–-] ?(" + NUMBER + ")" + END + "(?!-)",
            match ->
                EnglishNumbers.number(match.group(1))
                    + " to "
                    + EnglishNumbers.number(match.group(2))),
        Rule.words(
            "#(" + NUMBER + ")" + END, match -> "number " + EnglishNumbers.number(match.group(1))),
        Rule.words(
            "(?<![\\w.)])(?:-|−)(" + NUMBER + ")" + END,
            match -> "minus " + EnglishNumbers.number(match.group(1))),
        Rule.words(
            "(?:~ ?|\\bapprox\\. |\\bca\\. )(" + NUMBER + ")" + END,
            match -> "about " + EnglishNumbers.number(match.group(1))),
        Rule.words(
            FREE + "(" + NUMBER + ")\\+(?!\\w)",
            match -> EnglishNumbers.number(match.group(1)) + " or more"),
        Rule.words(
            FREE + "(" + NUMBER + ")(?!\\w|,?\\d)", match -> EnglishNumbers.number(match.group(1))),
        Rule.words(
            "(?<=\\w)(?<!\\d)(\\d+)(?!\\w)", match -> EnglishNumbers.number(match.group(1))));
  }

  private static String dotted(String written) {
    String words = "";
    for (String part : written.split("\\.", -1)) {
      words += (words.isEmpty() ? "" : " point ") + EnglishNumbers.number(part);
    }
    return words;
  }
}
