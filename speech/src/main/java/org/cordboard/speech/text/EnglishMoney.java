package org.cordboard.speech.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/** Sums of money. */
final class EnglishMoney {
  private static final String AMOUNT = "(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d{1,2}))?(?![\\d.]\\d)";
  private static final String SCALE = "(?: ?(thousand|million|billion|k|m|bn)\\b)?";
  private static final String PER =
      "(?:/(hour|day|week|month|year|hr|mo|yr|night|person|item|lb|kg|each)\\b)?";
  private static final String CODES = "USD|EUR|GBP|CAD|AUD|CHF|JPY|MXN|INR";
  private static final Map<String, Currency> CURRENCIES =
      Map.of(
          "$", new Currency("dollar", "dollars", "cent", "cents"),
          "USD", new Currency("dollar", "dollars", "cent", "cents"),
          "€", new Currency("euro", "euros", "cent", "cents"),
          "EUR", new Currency("euro", "euros", "cent", "cents"),
          "£", new Currency("pound", "pounds", "penny", "pence"),
          "GBP", new Currency("pound", "pounds", "penny", "pence"),
          "¥", new Currency("yen", "yen", "sen", "sen"),
          "JPY", new Currency("yen", "yen", "sen", "sen"),
          "₹", new Currency("rupee", "rupees", "paisa", "paise"),
          "INR", new Currency("rupee", "rupees", "paisa", "paise"));
  private static final Map<String, Currency> FARTHER =
      Map.of(
          "CAD", new Currency("Canadian dollar", "Canadian dollars", "cent", "cents"),
          "AUD", new Currency("Australian dollar", "Australian dollars", "cent", "cents"),
          "CHF", new Currency("Swiss franc", "Swiss francs", "centime", "centimes"),
          "MXN", new Currency("peso", "pesos", "centavo", "centavos"));
  private static final Map<String, String> SCALES =
      Map.of("k", "thousand", "m", "million", "bn", "billion");
  private static final Map<String, String> PERIODS =
      Map.of("hr", "hour", "mo", "month", "yr", "year", "lb", "pound", "kg", "kilogram");

  private record Currency(String one, String many, String smallOne, String smallMany) {}

  private EnglishMoney() {}

  static List<Rule> rules() {
    return List.of(
        Rule.words(
            "([$€£¥₹]) ?(\\d[\\d,]*(?:\\.\\d{2})?) ?[–-] ?\\1? ?" + AMOUNT,
            match ->
                range(match, match.group(1), match.group(2), group(match, 3), group(match, 4))),
        Rule.words(
            "(?<=\\b[Aa]n? )([$€£]) ?(\\d{1,3}(?:,\\d{3})+|\\d+)(?= [a-z])",
            match -> EnglishNumbers.number(match.group(2)) + " " + currency(match.group(1)).one()),
        Rule.words(
            "(-|−)?([$€£¥₹]) ?" + AMOUNT + SCALE + PER,
            match ->
                (match.group(1) == null ? "" : "minus ")
                    + sum(match.group(2), match.group(3), group(match, 4), group(match, 5))
                    + per(group(match, 6))),
        Rule.words(
            "(?<![\\w.,])(-|−)?" + AMOUNT + SCALE + " ?(" + CODES + "|€)(?![\\w])",
            match ->
                (match.group(1) == null ? "" : "minus ")
                    + sum(match.group(5), match.group(2), group(match, 3), group(match, 4))),
        Rule.words(
            "(?<![\\w.,])(\\d+) ?¢",
            match ->
                EnglishNumbers.number(match.group(1))
                    + (EnglishNumbers.isOne(match.group(1)) ? " cent" : " cents")));
  }

  private static String range(
      MatchResult match, String sign, String from, String whole, String cents) {
    String low =
        from.matches(".*\\.\\d{2}")
            ? sum(sign, from.substring(0, from.length() - 3), from.substring(from.length() - 2), "")
            : EnglishNumbers.number(from);
    return low + " to " + sum(sign, whole, cents, "");
  }

  private static String sum(String currency, String whole, String cents, String scale) {
    Currency names = currency(currency);
    if (!scale.isEmpty()) {
      String large = SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), scale);
      String written = cents.isEmpty() ? whole : whole + "." + cents;
      return EnglishNumbers.number(written) + " " + large + " " + names.many();
    }
    int small = cents.isEmpty() ? 0 : Integer.parseInt((cents + "0").substring(0, 2));
    boolean none = new BigDecimal(whole.replace(",", "")).signum() == 0;
    String part =
        EnglishNumbers.cardinal(small) + " " + (small == 1 ? names.smallOne() : names.smallMany());
    if (none && small > 0) {
      return part;
    }
    String main =
        EnglishNumbers.number(whole)
            + " "
            + (EnglishNumbers.isOne(whole) ? names.one() : names.many());
    return small == 0 ? main : main + " and " + part;
  }

  private static Currency currency(String code) {
    Currency near = CURRENCIES.get(code);
    return near != null ? near : FARTHER.getOrDefault(code, new Currency(code, code, "", ""));
  }

  private static String per(String period) {
    if (period.isEmpty()) {
      return "";
    }
    return period.equals("each") ? " each" : " per " + PERIODS.getOrDefault(period, period);
  }

  private static String group(MatchResult match, int group) {
    return Rule.group(match, group);
  }
}
