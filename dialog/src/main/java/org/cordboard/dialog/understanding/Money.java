package org.cordboard.dialog.understanding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.dialog.privacy.NumberWords;
import org.jspecify.annotations.Nullable;

/** Amounts of money: {@code $24.90}, "twelve hundred dollars", "forty bucks and fifty cents". */
final class Money {
  private static final String UNIT = "(?:dollars?|bucks|usd|pounds?|quid|euros?)";
  private static final Pattern SIGN =
      Pattern.compile("[$£€]\\s?([0-9][0-9,]*(?:\\.[0-9]{1,2})?)\\s*(k\\b|thousand\\b)?");
  private static final Pattern UNIT_AFTER =
      Pattern.compile(
          "\\b([0-9][0-9,]*(?:\\.[0-9]{1,2})?)\\s*(?:(k|thousand)\\s+"
              + UNIT
              + "|(grand)|"
              + UNIT
              + ")\\b");
  private static final Pattern CENTS =
      Pattern.compile("^(?:\\s+and)?\\s+((?:[a-z]+|[0-9]{1,2})(?:[ -][a-z]+)?)(?:\\s+cents?)?\\b");
  private static final Pattern SPOKEN_UNIT = Pattern.compile("\\b" + UNIT + "\\b|\\bgrand\\b");
  private static final List<String> JOINING = List.of("and", "hundred", "thousand", "grand");

  private Money() {}

  /** The first amount, with two decimals; in English or German. */
  static Optional<String> find(String text) {
    return GermanMoney.find(text, true)
        .or(() -> english(text))
        .or(() -> GermanMoney.find(text, false));
  }

  private static Optional<String> english(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('-', ' ');
    Matcher sign = SIGN.matcher(lower);
    if (sign.find()) {
      return Optional.of(written(sign.group(1), sign.group(2) != null, 0));
    }
    Matcher after = UNIT_AFTER.matcher(lower);
    if (after.find()) {
      int cents = after.group(1).contains(".") ? 0 : cents(lower.substring(after.end()));
      return Optional.of(
          written(after.group(1), after.group(2) != null || after.group(3) != null, cents));
    }
    return spoken(lower);
  }

  private static String written(String number, boolean thousands, int cents) {
    BigDecimal value = new BigDecimal(number.replace(",", ""));
    return value
        .multiply(BigDecimal.valueOf(thousands ? 1000 : 1))
        .add(BigDecimal.valueOf(cents, 2))
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static Optional<String> spoken(String lower) {
    Matcher unit = SPOKEN_UNIT.matcher(lower);
    while (unit.find()) {
      boolean grand = unit.group().equals("grand");
      String[] words =
          lower.substring(0, unit.start()).replaceAll("[^a-z ]", " ").trim().split("\\s+");
      int from = words.length;
      while (from > 0 && numeric(words[from - 1])) {
        from--;
      }
      long value = value(words, from);
      if (value > 0) {
        int cents = cents(lower.substring(unit.end()));
        return Optional.of(written(Long.toString(value), grand, cents));
      }
    }
    return Optional.empty();
  }

  private static boolean numeric(String word) {
    return counted(word) != null || JOINING.contains(word);
  }

  private static @Nullable Integer counted(String word) {
    if (NumberWords.german(word) != null) {
      return null; // read by GermanMoney
    }
    return word.equals("a") ? Integer.valueOf(1) : NumberWords.value(word); // "a hundred dollars"
  }

  private static long value(String[] words, int from) {
    long total = 0;
    long group = 0;
    int last = 0;
    for (int i = from; i < words.length; i++) {
      Integer small = counted(words[i]);
      if (small != null) {
        boolean pair = last >= 1 && last < 100 && small >= 10 && (last < 20 || last % 10 != 0);
        group = pair ? group * 100 + small : group + small; // "two forty nine" is 249
        last = small;
      } else if (words[i].equals("hundred")) {
        group = Math.max(group, 1) * 100;
        last = 100;
      } else if (words[i].equals("thousand") || words[i].equals("grand")) {
        total += Math.max(group, 1) * 1000;
        group = 0;
        last = 1000;
      }
    }
    return total + group;
  }

  private static int cents(String rest) {
    Matcher cents = CENTS.matcher(rest);
    if (!cents.find()) {
      return 0;
    }
    String said = cents.group(1).trim();
    if (said.matches("[0-9]+")) {
      return Integer.parseInt(said);
    }
    String[] words = said.split(" ", -1);
    long value = numeric(words[0]) && !words[0].equals("a") ? value(words, 0) : 0;
    return value < 100 ? (int) value : 0;
  }
}
