package org.cordboard.dialog.tools;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills a sentence with facts: {@code {order_number:digits}}, {@code {amount:money}}, {@code
 * {delivered:date}}, {@code {items}}. Money takes its currency from the fact {@code currency}.
 * Pure.
 */
public final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?::(digits|money|date))?}");
  private static final String DEFAULT_CURRENCY = "EUR";

  private Template() {}

  /** {@code text} with its places filled; a fact that is missing leaves nothing. */
  public static String fill(String text, Map<String, String> facts) {
    return fill(text, facts, Locale.US);
  }

  /** The same with money and dates as they are written in {@code language}. */
  public static String fill(String text, Map<String, String> facts, Locale language) {
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = facts.getOrDefault(place.group(1), "");
      place.appendReplacement(
          filled, Matcher.quoteReplacement(written(value, place.group(2), facts, language)));
    }
    place.appendTail(filled);
    return filled.toString().replaceAll("\\s{2,}", " ").trim();
  }

  private static String written(
      String value, @Nullable String form, Map<String, String> facts, Locale language) {
    if (form == null || value.isEmpty()) {
      return value;
    }
    return switch (form) {
      case "digits" -> WrittenText.digits(value);
      case "money" ->
          WrittenText.money(value, facts.getOrDefault("currency", DEFAULT_CURRENCY), language);
      default -> WrittenText.date(value, language);
    };
  }
}
