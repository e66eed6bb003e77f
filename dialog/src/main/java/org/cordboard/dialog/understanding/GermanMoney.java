package org.cordboard.dialog.understanding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.dialog.privacy.NumberWords;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of money as Germans say and write them: {@code 1.249,90 €}, "24 Euro 90", "vierundzwanzig
 * Euro neunzig", "hundertzwanzig Euro und fünf Cent". Nothing of what means another sum in English.
 */
final class GermanMoney {
  private static final String UNIT = "(?:€|\\$|euro|dollar|franken|pfund)(?!\\p{L})";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\d.,])(\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,(\\d{1,2}))?\\s*(tausend\\s*)?" + UNIT);
  private static final Pattern SPOKEN = Pattern.compile("(\\p{L}+)\\s+" + UNIT);
  private static final Pattern CENTS =
      Pattern.compile("^\\s*(und\\s+)?(\\d{1,2}|\\p{L}+)(\\s*cent)?(?![\\p{L}\\d])");
  private static final int SURE = 10; // a smaller number alone may count something else

  private GermanMoney() {}

  /** {@code sure}: only what is written or said as no other language does. */
  static Optional<String> find(String text, boolean sure) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher written = WRITTEN.matcher(lower);
    if (written.find() && (!sure || german(written, lower.substring(written.end())))) {
      String whole = written.group(1).replace(".", "");
      String cents = written.group(2);
      BigDecimal value = new BigDecimal(cents == null ? whole : whole + "." + cents);
      if (written.group(3) != null) {
        value = value.multiply(BigDecimal.valueOf(1_000));
      }
      return Optional.of(sum(value, cents == null ? cents(lower.substring(written.end())) : 0));
    }
    Matcher spoken = SPOKEN.matcher(lower);
    while (spoken.find()) {
      Integer value = value(spoken.group(1));
      if (value != null) {
        return Optional.of(sum(BigDecimal.valueOf(value), cents(lower.substring(spoken.end()))));
      }
    }
    return Optional.empty();
  }

  private static boolean german(Matcher written, String rest) {
    return written.group(1).contains(".")
        || written.group(2) != null
        || written.group(3) != null
        || cents(rest) > 0;
  }

  private static String sum(BigDecimal value, int cents) {
    return value
        .add(BigDecimal.valueOf(cents, 2))
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static @Nullable Integer value(String word) {
    return word.equals("ein") || word.equals("einen")
        ? Integer.valueOf(1)
        : NumberWords.german(word);
  }

  private static int cents(String rest) {
    Matcher cents = CENTS.matcher(rest);
    if (!cents.find()) {
      return 0;
    }
    String said = cents.group(2);
    Integer value = said.matches("\\d+") ? Integer.valueOf(said) : value(said);
    boolean named = cents.group(3) != null;
    return value == null || value > 99 || (value < SURE && !named) ? 0 : value;
  }
}
