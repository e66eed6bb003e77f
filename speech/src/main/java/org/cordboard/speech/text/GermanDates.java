package org.cordboard.speech.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Days, months and years. The ending of "fünfter" follows from the word before: "am fünften", "der
 * fünfte", "Montag, den fünften", "fünfter" alone.
 */
final class GermanDates {
  private static final List<String> MONTHS =
      List.of(
          ("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")
              .split(" "));
  private static final List<String> DAYS =
      List.of("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(" "));
  private static final String MONTH =
      "(Jan(?:uar|\\.)|Feb(?:ruar|r?\\.)|März|Mrz\\.|Apr(?:il|\\.)|Mai|Juni?\\.?|Juli?\\.?"
          + "|Aug(?:ust|\\.)|Sept?(?:ember|\\.)|Okt(?:ober|\\.)|Nov(?:ember|\\.)|Dez(?:ember|\\.))";
  private static final String NAMED =
      "(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)";
  private static final String SHORT = "(Mo|Di|Mi|Do|Fr|Sa|So)";
  private static final String BEFORE =
      "((?:\\b(?i:am|vom|zum|beim|dem|den|des|ab|bis|bis zum|seit|seit dem|nach dem|vor dem|der|das) |"
          + NAMED
          + ",? (?:(?:den|dem|der) )?))?";
  private static final String YEAR = "(?: ((?:19|20)\\d{2})(?![\\d.,]\\d|\\d))?";
  private static final String END = "(?![\\w-]|[.,]\\d)";

  private GermanDates() {}

  static List<Rule> rules() {
    return List.of(
        Rule.of(
            BEFORE + "(?<![\\w./-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\w-])",
            match -> date(match, number(match, 5), number(match, 4), match.group(3))),
        Rule.of(
            BEFORE
                + "(?<![\\w./-])(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})(?![\\w/-]|[.,]\\d)",
            match ->
                date(
                    match,
                    number(match, 3),
                    number(match, 4),
                    String.valueOf(century(number(match, 5))))),
        Rule.of(
            BEFORE + "(?<![\\w./,-])(\\d{1,2})\\.(\\d{1,2})\\.(?! ?\\d)",
            match -> date(match, number(match, 3), number(match, 4), "")),
        Rule.words(
            BEFORE
                + "(?<![\\w./])(\\d{1,2})\\. ?(?:[–-]|bis(?: zum)?) ?(\\d{1,2})\\. "
                + MONTH
                + YEAR,
            match ->
                before(match)
                    + day(match, number(match, 3))
                    + " bis "
                    + GermanNumbers.ordinal(number(match, 4))
                    + "en "
                    + month(match.group(5))
                    + year(Rule.group(match, 6))),
        Rule.words(
            BEFORE + "(?<![\\w./])(\\d{1,2})\\. ?" + MONTH + "(?!\\w)" + YEAR,
            match ->
                before(match)
                    + day(match, number(match, 3))
                    + " "
                    + month(match.group(4))
                    + year(Rule.group(match, 5))),
        Rule.words(
            "\\b" + MONTH + " ((?:19|20)\\d{2})" + END,
            match -> month(match.group(1)) + year(match.group(2))),
        Rule.words(
            "(?<=\\b(?:[Jj]ahr|[Jj]ahre|[Jj]ahres|[Ss]eit|[Vv]on|[Bb]is|[Aa]b|[Vv]or|[Nn]ach|[Ss]ommer"
                + "|[Ww]inter|[Ff]rühjahr|[Hh]erbst|[Ee]nde|[Aa]nfang|[Mm]itte) )((?:19|20)\\d{2})(?![\\w-]"
                + "|[.,%]\\d| ?[%€$]| Euro\\b| Dollar\\b)",
            match -> GermanNumbers.year(number(match, 1))),
        Rule.words(
            "(?<![\\w.,])((?:19|20)\\d0)er\\b",
            match -> GermanNumbers.year(number(match, 1)) + "er"),
        Rule.words(
            "(?<![\\w€$.,-])((?:19|20)\\d{2})[–-]((?:19|20)\\d{2})" + END,
            match ->
                GermanNumbers.year(number(match, 1))
                    + " bis "
                    + GermanNumbers.year(number(match, 2))),
        Rule.words(
            "\\b"
                + SHORT
                + "\\.? ?(?:[–-]|bis) ?"
                + SHORT
                + "\\b(?:\\."
                + GermanAbbreviations.GOES_ON
                + ")?",
            match -> weekday(match.group(1)) + " bis " + weekday(match.group(2))),
        Rule.words("\\b" + SHORT + "\\.?(?=,? \\d)", match -> weekday(match.group(1))),
        Rule.words( // an ordinal after an article: "die 2. Mahnung", "am 3."
            "(?<=\\b([Dd]er|[Dd]ie|[Dd]as) )(\\d{1,3})\\.(?= ?\\p{L})",
            match -> GermanNumbers.ordinal(number(match, 2)) + "e"),
        Rule.words(
            "(?<=\\b(?:[Aa]m|[Zz]um|[Vv]om|[Dd]em|[Dd]en|[Bb]eim|[Ii]m|[Dd]es) )(\\d{1,3})\\.(?= ?\\p{L})",
            match -> GermanNumbers.ordinal(number(match, 1)) + "en"));
  }

  private static Optional<Said> date(MatchResult match, int day, int month, String year) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    return Optional.of(
        Said.whole(before(match) + day(match, day) + " " + MONTHS.get(month - 1) + year(year)));
  }

  private static int century(int year) {
    return year >= 100 ? year : year + (year < 70 ? 2_000 : 1_900);
  }

  /** What stands before the day, with "den" after the name of a weekday. */
  private static String before(MatchResult match) {
    String before = Rule.group(match, 1);
    String named = Rule.group(match, 2);
    boolean bare = !named.isEmpty() && !before.matches(".* (den|dem|der) ");
    return bare ? named + ", den " : before;
  }

  private static String day(MatchResult match, int day) {
    String before = before(match).strip().toLowerCase(Locale.ROOT);
    String ending =
        before.isEmpty() ? "er" : before.endsWith("der") || before.endsWith("das") ? "e" : "en";
    return GermanNumbers.ordinal(day) + ending;
  }

  private static String year(String year) {
    return year.isEmpty() ? "" : " " + GermanNumbers.year(Integer.parseInt(year));
  }

  private static String month(String written) {
    return written.startsWith("Mrz") ? "März" : beginning(MONTHS, written, 3);
  }

  private static String weekday(String written) {
    return beginning(DAYS, written, 2);
  }

  private static String beginning(List<String> names, String written, int letters) {
    String start = written.substring(0, letters);
    return names.stream().filter(name -> name.startsWith(start)).findFirst().orElse(written);
  }

  private static int number(MatchResult match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
