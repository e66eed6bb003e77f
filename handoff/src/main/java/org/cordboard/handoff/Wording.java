package org.cordboard.handoff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.cordboard.dialog.tools.SpokenText;

/** How a brief's statements look on a screen and how they are said aloud, in English. Pure. */
final class Wording {
  private static final Pattern SPELLED = Pattern.compile("\\b\\d(?:,? \\d\\b){3,}"); // 4 8 1, 9 2 7
  private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
  private static final Pattern MONEY = Pattern.compile("\\b\\d+\\.\\d{2} [A-Z]{3}\\b");
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{4,}\\b");
  private static final Pattern ASIDE = Pattern.compile("\\s*\\([^)]*\\)");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Wording() {}

  /** For a screen: {@code 481927} instead of {@code 4 8 1, 9 2 7}, dates as {@code 16 May 2026}. */
  static String written(String text) {
    String joined = each(SPELLED, text, digits -> digits.replaceAll("[ ,]", ""));
    return each(DATE, joined, Wording::day);
  }

  /** For the ear: numbers digit by digit, money and dates in words, asides left out. */
  static String spoken(String text) {
    String plain = ASIDE.matcher(each(SPELLED, text, d -> d.replaceAll("[ ,]", ""))).replaceAll("");
    String dated = each(DATE, plain, SpokenText::date);
    String paid =
        each(
            MONEY,
            dated,
            sum -> SpokenText.money(sum.substring(0, sum.length() - 4), last(sum, 3)));
    return each(NUMBER, paid, SpokenText::digits);
  }

  /** {@code order_status} as {@code order status}. */
  static String words(String id) {
    return id.replace('-', ' ').replace('_', ' ').strip();
  }

  /** With a capital letter in front. */
  static String begun(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** The last {@code count} characters, or all of them. */
  static String last(String text, int count) {
    return text.substring(Math.max(0, text.length() - count));
  }

  private static String day(String iso) {
    try {
      return LocalDate.parse(iso).format(DAY);
    } catch (DateTimeException unreadable) {
      return iso;
    }
  }

  private static String each(Pattern pattern, String text, UnaryOperator<String> change) {
    return pattern.matcher(text).replaceAll(found -> change.apply(found.group()));
  }
}
