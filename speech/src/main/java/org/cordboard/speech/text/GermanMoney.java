package org.cordboard.speech.text;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Sums of money: "24,90 €", "1.249,90 $", "5 Mio. EUR", "9,99 €/Monat". */
final class GermanMoney {
  private static final String AMOUNT =
      "(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d{1,2}|[-–—]{1,2}))?(?![.,]?\\d)";
  private static final String SCALE =
      "(?: ?(Tsd\\.|Mio\\.|Mrd\\.|Tausend|Millionen?|Milliarden?))?";
  private static final String PER =
      "(?:/(Stunde|Std\\.|h|Tag|Woche|Monat|Mon\\.|Jahr|Nacht|Person|Stück|Stk\\.|kWh|kg)(?!\\w))?";
  private static final String NAMES =
      "€|\\$|£|¥|EUR\\b|USD\\b|GBP\\b|CHF\\b|JPY\\b|Euro\\b|Dollar\\b|Franken\\b|Pfund\\b";
  private static final Map<String, Currency> CURRENCIES =
      Map.ofEntries(
          Map.entry("€", new Currency("Euro", "Cent", "Cent")),
          Map.entry("EUR", new Currency("Euro", "Cent", "Cent")),
          Map.entry("Euro", new Currency("Euro", "Cent", "Cent")),
          Map.entry("$", new Currency("Dollar", "Cent", "Cent")),
          Map.entry("USD", new Currency("Dollar", "Cent", "Cent")),
          Map.entry("Dollar", new Currency("Dollar", "Cent", "Cent")),
          Map.entry("£", new Currency("Pfund", "Penny", "Pence")),
          Map.entry("GBP", new Currency("Pfund", "Penny", "Pence")),
          Map.entry("Pfund", new Currency("Pfund", "Penny", "Pence")),
          Map.entry("CHF", new Currency("Franken", "Rappen", "Rappen")),
          Map.entry("Franken", new Currency("Franken", "Rappen", "Rappen")),
          Map.entry("¥", new Currency("Yen", "Sen", "Sen")),
          Map.entry("JPY", new Currency("Yen", "Sen", "Sen")));
  private static final Map<String, String> SCALES =
      Map.of("Tsd.", "tausend", "Tausend", "tausend", "Mio.", "Millionen", "Mrd.", "Milliarden");
  private static final Map<String, String> PERIODS =
      Map.of(
          "h",
          "Stunde",
          "Std.",
          "Stunde",
          "Mon.",
          "Monat",
          "Stk.",
          "Stück",
          "kWh",
          "Kilowattstunde",
          "kg",
          "Kilogramm");
  private static final int SHORT_CENTS = 10; // from which "Cent" may be left out

  private record Currency(String name, String smallOne, String smallMany) {}

  private GermanMoney() {}

  static List<Rule> rules() {
    return List.of(
        Rule.words(
            "(?<![\\w.,])(\\d+(?:\\.\\d{3})*(?:,\\d{2})?) ?(?:[–-]|bis) ?"
                + AMOUNT
                + " ?("
                + NAMES
                + ")",
            match ->
                low(match.group(1))
                    + " bis "
                    + sum(match.group(4), match.group(2), group(match, 3), "")),
        Rule.words(
            "(?<![\\w.,])(-|−)?" + AMOUNT + SCALE + " ?(" + NAMES + ")" + PER,
            match ->
                minus(match)
                    + sum(match.group(5), match.group(2), group(match, 3), group(match, 4))
                    + per(group(match, 6))),
        Rule.words(
            "(-|−)?(€|\\$|£|\\bEUR|\\bUSD|\\bCHF) ?" + AMOUNT + SCALE + PER,
            match ->
                minus(match)
                    + sum(match.group(2), match.group(3), group(match, 4), group(match, 5))
                    + per(group(match, 6))),
        Rule.words( // as English writes it, which models and documents may do
            "([€$£]) ?(\\d{1,3}(?:,\\d{3})*|\\d+)\\.(\\d{2})(?![\\d,])",
            match -> sum(match.group(1), match.group(2).replace(",", ""), match.group(3), "")));
  }

  private static String minus(MatchResult match) {
    return match.group(1) == null ? "" : "minus ";
  }

  private static String low(String written) {
    int comma = written.indexOf(',');
    return comma < 0
        ? GermanNumbers.number(written)
        : sum("€", written.substring(0, comma), written.substring(comma + 1), "");
  }

  private static String sum(String currency, String whole, String cents, String scale) {
    Currency names = CURRENCIES.getOrDefault(currency, new Currency(currency, "", ""));
    boolean some = cents.matches("\\d+");
    if (!scale.isEmpty()) {
      String written = some ? whole + "," + cents : whole;
      String large = SCALES.getOrDefault(scale, scale);
      boolean one = large.startsWith("Milli") && GermanNumbers.isOne(written);
      String name = one ? large.replaceAll("(?<=Million|Milliarde)e?n$", "") : large;
      return GermanNumbers.counting(written, large.startsWith("Milli"))
          + " "
          + name
          + " "
          + names.name();
    }
    int small = some ? Integer.parseInt((cents + "0").substring(0, 2)) : 0;
    boolean none = whole.matches("0+");
    String part =
        GermanNumbers.counting(small, false)
            + " "
            + (small == 1 ? names.smallOne() : names.smallMany());
    if (none && small > 0) {
      return part;
    }
    String main = GermanNumbers.counting(whole, false) + " " + names.name();
    if (small == 0) {
      return main;
    }
    return small < SHORT_CENTS
        ? main + " und " + part
        : main + " " + GermanNumbers.cardinal(small); // "vierundzwanzig Euro neunzig"
  }

  private static String per(String period) {
    return period.isEmpty() ? "" : " pro " + PERIODS.getOrDefault(period, period);
  }

  private static String group(MatchResult match, int group) {
    return Rule.group(match, group);
  }
}
