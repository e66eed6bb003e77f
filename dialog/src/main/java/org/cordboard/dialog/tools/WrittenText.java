package org.cordboard.dialog.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

/**
 * Writes facts the way people write them, in American English: what is said, shown and remembered
 * is one text, and the voice reads it aloud. Pure; every method is total: what it cannot read it
 * returns as it was given.
 */
public final class WrittenText {
  private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

  private WrittenText() {}

  /** {@code 481 927} as {@code 481927}. */
  public static String digits(String number) {
    return number.replaceAll("[\\s-]", "");
  }

  /** {@code 24.9} as {@code $24.90}; currencies without a sign as {@code 24.90 CHF}. */
  public static String money(String amount, String currency) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(amount.trim()).setScale(2, RoundingMode.HALF_UP);
    } catch (NumberFormatException unreadable) {
      return amount;
    }
    String sign = SIGNS.get(currency.toUpperCase(Locale.ROOT));
    String sum = String.format(Locale.US, "%,.2f", exact.abs());
    String minus = exact.signum() < 0 ? "-" : "";
    return sign == null ? minus + sum + " " + currency : minus + sign + sum;
  }

  /** {@code 2026-01-05} as {@code Monday, January 5}. */
  public static String date(String isoDate) {
    try {
      return LocalDate.parse(isoDate.trim()).format(DAY);
    } catch (DateTimeParseException unreadable) {
      return isoDate;
    }
  }
}
