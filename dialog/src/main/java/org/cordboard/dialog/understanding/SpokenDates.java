package org.cordboard.dialog.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as said: {@code 2026-03-14} with a year, {@code --03-14} without one (ISO 8601), or the
 * word itself when it is relative, such as {@code tomorrow} or {@code next monday}. In English or
 * German.
 */
final class SpokenDates {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> ORDINALS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth",
          "twenty first",
          "twenty second",
          "twenty third",
          "twenty fourth",
          "twenty fifth",
          "twenty sixth",
          "twenty seventh",
          "twenty eighth",
          "twenty ninth",
          "thirtieth",
          "thirty first");
  private static final String DAY =
      "([0-9]{1,2})(?:st|nd|rd|th)?|((?:twenty |thirty )?(?:" + singles() + "))";
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b(" + String.join("|", MONTHS) + ") (?:the )?(?:" + DAY + ")\\b(?:,? (20[0-9]{2}))?");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "\\b(?:the )?(?:"
              + DAY
              + ") (?:of )?("
              + String.join("|", MONTHS)
              + ")\\b(?:,? (20[0-9]{2}))?");
  private static final Pattern NUMERIC =
      Pattern.compile("\\b(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?:/(20[0-9]{2}))?\\b");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "\\b(?:(?:last|next|this|on) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b"
              + "|\\b(?:today|tomorrow|yesterday|tonight|the day after tomorrow|last week|next week)\\b");

  private SpokenDates() {}

  private static String singles() {
    return String.join("|", ORDINALS.subList(0, 20)) + "|thirtieth";
  }

  static Optional<String> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('-', ' ').replaceAll("\\s+", " ");
    Matcher monthDay = MONTH_DAY.matcher(lower);
    if (monthDay.find()) {
      return date(monthDay.group(1), monthDay.group(2), monthDay.group(3), monthDay.group(4));
    }
    Matcher dayMonth = DAY_MONTH.matcher(lower);
    if (dayMonth.find()) {
      return date(dayMonth.group(3), dayMonth.group(1), dayMonth.group(2), dayMonth.group(4));
    }
    Matcher numeric = NUMERIC.matcher(lower);
    if (numeric.find()) {
      int month = Integer.parseInt(numeric.group(1));
      int day = Integer.parseInt(numeric.group(2));
      return Optional.of(iso(month, day, numeric.group(3)));
    }
    Matcher relative = RELATIVE.matcher(lower);
    return relative.find()
        ? Optional.of(relative.group().replaceFirst("^on ", ""))
        : GermanDates.find(text);
  }

  private static Optional<String> date(
      String month,
      @org.jspecify.annotations.Nullable String figure,
      @org.jspecify.annotations.Nullable String ordinal,
      @org.jspecify.annotations.Nullable String year) {
    int day =
        figure != null ? Integer.parseInt(figure) : ORDINALS.indexOf(String.valueOf(ordinal)) + 1;
    return day < 1 || day > 31
        ? Optional.empty()
        : Optional.of(iso(MONTHS.indexOf(month) + 1, day, year));
  }

  private static String iso(int month, int day, @org.jspecify.annotations.Nullable String year) {
    return String.format(Locale.ROOT, "%s-%02d-%02d", year == null ? "-" : year, month, day);
  }
}
