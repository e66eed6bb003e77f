package org.cordboard.handoff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How a brief's statements are written, in English; the voice reads them aloud. Pure. */
final class Wording {
  private static final Pattern SPELLED = Pattern.compile("\\b\\d(?:,? \\d\\b){3,}"); // 4 8 1, 9 2 7
  private static final Pattern DATE = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
  private static final Pattern ASIDE = Pattern.compile("\\s*\\([^)]*\\)");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Wording() {}

  /** {@code 481927} instead of {@code 4 8 1, 9 2 7}, dates as {@code 16 May 2026}. */
  static String written(String text) {
    String joined = each(SPELLED, text, digits -> digits.replaceAll("[ ,]", ""));
    return each(DATE, joined, Wording::day);
  }

  /** To be heard once: the same without its asides. */
  static String spoken(String text) {
    return ASIDE.matcher(written(text)).replaceAll("");
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
