package org.cordboard.speech.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Days, months and years. */
final class EnglishDates {
  private static final List<String> MONTHS =
      List.of(
          ("January February March April May June July August September October November December")
              .split(" "));
  private static final List<String> DAYS =
      List.of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "));
  private static final String MONTH =
      "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?"
          + "|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?"
          + "|Dec(?:ember|\\.)?)";
  private static final String WEEKDAY =
      "(Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?:\\.(?=,? [\\dA-Z])|(?=,? (?:[\\d]|Jan|Feb|Mar|Apr|May"
          + "|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))";
  private static final String ENDING = "(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:,? ((?:19|20)\\d{2})(?![\\d.,]\\d|\\d))?";

  private EnglishDates() {}

  static List<Rule> rules() {
    return List.of(
        Rule.of(
            "(?<![\\w./-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\w-])",
            match -> date(number(match, 2), number(match, 3), number(match, 1))),
        Rule.of(
            "(?<![\\w./-])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?![\\w/-])",
            match -> date(number(match, 1), number(match, 2), century(number(match, 3)))),
        Rule.words(
            "\\b" + MONTH + " (\\d{1,2})" + ENDING + " ?[–-] ?(\\d{1,2})" + ENDING + "\\b" + YEAR,
            match ->
                month(match.group(1))
                    + " "
                    + EnglishNumbers.ordinal(number(match, 2))
                    + " to "
                    + EnglishNumbers.ordinal(number(match, 3))
                    + year(Rule.group(match, 4))),
        Rule.words(
            "\\b" + MONTH + " (\\d{1,2})" + ENDING + "(?![\\w:%]|[.,]\\d)" + YEAR,
            match ->
                month(match.group(1))
                    + " "
                    + EnglishNumbers.ordinal(number(match, 2))
                    + year(Rule.group(match, 3))),
        Rule.words(
            "(?<![\\w.,:])(?:the )?(\\d{1,2})" + ENDING + "(?: of)? " + MONTH + "(?!\\w)" + YEAR,
            match ->
                "the "
                    + EnglishNumbers.ordinal(number(match, 1))
                    + " of "
                    + month(match.group(2))
                    + year(Rule.group(match, 3))),
        Rule.words(
            "\\b" + MONTH + " ((?:19|20)\\d{2})(?![\\w-]|[.,]\\d)",
            match -> month(match.group(1)) + " " + EnglishNumbers.year(number(match, 2))),
        Rule.words(
            "(?i)(?<=\\b(?:in|since|of|until|till|from|by|year|before|after|during|to|and|through|spring|summer|fall|winter) )"
                + "((?:19|20)\\d{2})(?![\\w-]|[.,%]\\d|%| [a-z]+s\\b)",
            match -> EnglishNumbers.year(number(match, 1))),
        Rule.words("(?<![\\w$€£.,])((?:19|20)\\d)0s\\b", match -> decade(number(match, 1))),
        Rule.words(
            "(?<![\\w$€£.,-])((?:19|20)\\d{2})[–-]((?:19|20)\\d{2})(?![\\w-]|[.,]\\d)",
            match ->
                EnglishNumbers.year(number(match, 1))
                    + " to "
                    + EnglishNumbers.year(number(match, 2))),
        Rule.words(
            "\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\.? ?[–-] ?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b(?:\\."
                + EnglishAbbreviations.GOES_ON
                + ")?",
            match -> weekday(match.group(1)) + " to " + weekday(match.group(2))),
        Rule.words("\\b" + WEEKDAY, match -> weekday(match.group(1))),
        Rule.words(
            "\\b(Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\\.(?= [a-z\\d]|,)",
            match -> month(match.group(1))));
  }

  private static Optional<Said> date(int month, int day, int year) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    return Optional.of(
        Said.whole(
            MONTHS.get(month - 1)
                + " "
                + EnglishNumbers.ordinal(day)
                + ", "
                + EnglishNumbers.year(year)));
  }

  private static int century(int year) {
    return year >= 100 ? year : year + (year < 70 ? 2_000 : 1_900);
  }

  private static String year(String year) {
    return year.isEmpty() ? "" : ", " + EnglishNumbers.year(Integer.parseInt(year));
  }

  private static String decade(int tens) {
    String words = EnglishNumbers.year(tens * 10);
    return words.endsWith("y") ? words.substring(0, words.length() - 1) + "ies" : words + "s";
  }

  private static String month(String written) {
    return beginning(MONTHS, written);
  }

  private static String weekday(String written) {
    return beginning(DAYS, written);
  }

  private static String beginning(List<String> names, String written) {
    String start = written.substring(0, 3).toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start))
        .findFirst()
        .orElse(written);
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
