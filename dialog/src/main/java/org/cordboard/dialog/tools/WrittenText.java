package org.cordboard.dialog.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/**
 * Writes facts the way people write them, in American English or in another language: what is said,
 * shown and remembered is one text, and the voice reads it aloud. Pure; every method is total: what
 * it cannot read it returns as it was given.
 */
public final class WrittenText {
  private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

  private WrittenText() {}

  private static boolean english(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  /** {@code 481 927} as {@code 481927}. */
  public static String digits(String number) {
    return number.replaceAll("[\\s-]", "");
  }

  /** {@code 24.9} as {@code $24.90}; currencies without a sign as {@code 24.90 CHF}. */
  public static String money(String amount, String currency) {
    return money(amount, currency, Locale.US);
  }

  /** The same as it is written in {@code language}: {@code 24,90 $}. */
  public static String money(String amount, String currency, Locale language) {
    BigDecimal exact;
    try {
      exact = new BigDecimal(amount.trim()).setScale(2, RoundingMode.HALF_UP);
    } catch (NumberFormatException unreadable) {
      return amount;
    }
    String sign = SIGNS.get(currency.toUpperCase(Locale.ROOT));
    String sum = String.format(language, "%,.2f", exact.abs());
    String minus = exact.signum() < 0 ? "-" : "";
    if (!english(language)) {
      return minus + sum + " " + (sign == null ? currency : sign);
    }
    return sign == null ? minus + sum + " " + currency : minus + sign + sum;
  }

  /** {@code 2026-01-05} as {@code Monday, January 5}. */
  public static String date(String isoDate) {
    return date(isoDate, Locale.US);
  }

  /** The same as it is written in {@code language}: {@code Montag, 5. Januar}. */
  public static String date(String isoDate, Locale language) {
    try {
      LocalDate day = LocalDate.parse(isoDate.trim());
      return english(language)
          ? day.format(DAY)
          : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language))
              .replaceFirst("[, ]*(de )?\\d{4}$", "");
    } catch (DateTimeParseException unreadable) {
      return isoDate;
    }
  }
}
