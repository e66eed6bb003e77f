package org.cordboard.dialog.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes numbers, money and dates the way people say them on the phone, in English. Pure; every
 * method is total: what it cannot read it returns as it was given.
 */
public final class SpokenText {
  private static final String[] UNITS = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final Map<Integer, String> ODD_ORDINALS =
      Map.of(
          1, "first", 2, "second", 3, "third", 5, "fifth", 8, "eighth", 9, "ninth", 12, "twelfth");
  private static final Map<String, List<String>> CURRENCIES =
      Map.of(
          "EUR", List.of("euro", "euros"),
          "USD", List.of("dollar", "dollars"),
          "GBP", List.of("pound", "pounds"));
  private static final int GROUP = 3; // digits said in one breath
  private static final long LARGEST = 999_999_999;

  private SpokenText() {}

  /** {@code 481927} as {@code 4 8 1, 9 2 7}: single digits, a comma after every third. */
  public static String digits(String number) {
    StringBuilder spoken = new StringBuilder();
    int said = 0;
    for (char letter : number.toCharArray()) {
      if (Character.isWhitespace(letter) || letter == '-') {
        continue;
      }
      if (said > 0) {
        spoken.append(said % GROUP == 0 ? ", " : " ");
      }
      spoken.append(letter);
      said++;
    }
    return spoken.toString();
  }

  /** {@code 481} as {@code four hundred and eighty-one}. */
  public static String number(long value) {
    if (value < 0) {
      return "minus " + number(-value);
    }
    if (value > LARGEST) {
      return Long.toString(value);
    }
    if (value < UNITS.length) {
      return UNITS[(int) value];
    }
    if (value < 100) {
      String tens = TENS[(int) (value / 10)];
      return value % 10 == 0 ? tens : tens + "-" + UNITS[(int) (value % 10)];
    }
    if (value < 1_000) {
      return join(UNITS[(int) (value / 100)] + " hundred", value % 100);
    }
    if (value < 1_000_000) {
      return join(number(value / 1_000) + " thousand", value % 1_000);
    }
    return join(number(value / 1_000_000) + " million", value % 1_000_000);
  }

  private static String join(String large, long rest) {
    if (rest == 0) {
      return large;
    }
    return large + (rest < 100 ? " and " : " ") + number(rest);
  }

  /**
   * {@code 24.90} as {@code twenty-four euros ninety} or {@code twenty-four dollars and ninety
   * cents}; less than one as {@code ninety cents}.
   */
  public static String money(String amount, String currency) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(amount.trim()).setScale(2, RoundingMode.HALF_UP);
    } catch (NumberFormatException unreadable) {
      return amount;
    }
    long cents = exact.movePointRight(2).longValue();
    if (cents < 0) {
      return "minus " + money(exact.negate().toPlainString(), currency);
    }
    long whole = cents / 100;
    long part = cents % 100;
    List<String> names =
        CURRENCIES.getOrDefault(currency.toUpperCase(Locale.ROOT), List.of(currency, currency));
    String smallUnit = currency.equalsIgnoreCase("GBP") ? " pence" : " cents";
    if (whole == 0 && part > 0) {
      return number(part) + (part == 1 ? smallUnit.replace("cents", "cent") : smallUnit);
    }
    String main = number(whole) + " " + names.get(whole == 1 ? 0 : 1);
    if (part == 0) {
      return main;
    }
    if (currency.equalsIgnoreCase("EUR") && part >= 10) {
      return main + " " + number(part);
    }
    return main
        + " and "
        + number(part)
        + (part == 1 ? smallUnit.replace("cents", "cent") : smallUnit);
  }

  /** {@code 2026-01-05} as {@code Monday the fifth of January}. */
  public static String date(String isoDate) {
    try {
      LocalDate date = LocalDate.parse(isoDate.trim());
      return name(date.getDayOfWeek())
          + " the "
          + ordinal(date.getDayOfMonth())
          + " of "
          + name(date.getMonth());
    } catch (DateTimeParseException unreadable) {
      return isoDate;
    }
  }

  /** {@code 21} as {@code twenty-first}, for 1 to 99. */
  public static String ordinal(int value) {
    String odd = ODD_ORDINALS.get(value);
    if (odd != null) {
      return odd;
    }
    if (value < UNITS.length) {
      return UNITS[value] + "th";
    }
    String tens = TENS[value / 10 % 10];
    if (value % 10 == 0) {
      return tens.substring(0, tens.length() - 1) + "ieth";
    }
    return tens + "-" + ordinal(value % 10);
  }

  private static String name(Enum<?> constant) {
    String lower = constant.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
