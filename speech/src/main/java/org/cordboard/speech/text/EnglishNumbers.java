package org.cordboard.speech.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as Americans say them. Pure; every method is total. */
final class EnglishNumbers {
  private static final List<String> UNITS =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("- - twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final List<String> SCALES =
      List.of("", " thousand", " million", " billion", " trillion", " quadrillion");
  private static final Map<String, String> ODD_ORDINALS =
      Map.of(
          "one", "first", "two", "second", "three", "third", "five", "fifth", "eight", "eighth",
          "nine", "ninth", "twelve", "twelfth");
  private static final int LONGEST = 15; // digits that are said as one number

  private EnglishNumbers() {}

  /** {@code 1249} as {@code one thousand two hundred forty-nine}. */
  static String cardinal(long value) {
    if (value < 0) {
      return "minus " + cardinal(-value);
    }
    if (value < 1_000) {
      return belowThousand((int) value);
    }
    List<String> parts = new ArrayList<>();
    int scale = 0;
    for (long rest = value; rest > 0; rest /= 1_000) {
      if (rest % 1_000 > 0) {
        parts.add(0, belowThousand((int) (rest % 1_000)) + SCALES.get(scale));
      }
      scale++;
    }
    return String.join(" ", parts);
  }

  private static String belowThousand(int value) {
    if (value < 20) {
      return UNITS.get(value);
    }
    if (value < 100) {
      String tens = TENS.get(value / 10);
      return value % 10 == 0 ? tens : tens + "-" + UNITS.get(value % 10);
    }
    String hundreds = UNITS.get(value / 100) + " hundred";
    return value % 100 == 0 ? hundreds : hundreds + " " + belowThousand(value % 100);
  }

  /** {@code 21} as {@code twenty-first}. */
  static String ordinal(long value) {
    String words = cardinal(value);
    int last = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
    String word = words.substring(last);
    String odd = ODD_ORDINALS.get(word);
    String ending =
        odd != null
            ? odd
            : word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
    return words.substring(0, last) + ending;
  }

  /** {@code 1985} as {@code nineteen eighty-five}, {@code 2007} as {@code two thousand seven}. */
  static String year(int year) {
    int century = year / 100;
    int rest = year % 100;
    if (year < 1_000 || (year >= 2_000 && year < 2_010) || (rest == 0 && century % 10 == 0)) {
      return cardinal(year);
    }
    String first = cardinal(century);
    if (rest == 0) {
      return first + " hundred";
    }
    return first + (rest < 10 ? " oh " : " ") + cardinal(rest);
  }

  /** Digits, with commas between thousands or not, and with decimals or not. */
  static String number(String written) {
    String plain = written.replace(",", "");
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    if (whole.length() > LONGEST) {
      return digits(plain);
    }
    String words = whole.isEmpty() ? "zero" : cardinal(Long.parseLong(whole));
    return point < 0 ? words : words + " point " + digits(plain.substring(point + 1));
  }

  /** Whether it is exactly one, so that what is counted stays singular. */
  static boolean isOne(String written) {
    return new BigDecimal(written.replace(",", "")).compareTo(BigDecimal.ONE) == 0;
  }

  /** Digit by digit, without groups; other signs are left out. */
  private static String digits(String written) {
    return written
        .chars()
        .filter(Character::isDigit)
        .mapToObj(digit -> UNITS.get(Character.digit(digit, 10)))
        .collect(Collectors.joining(" "));
  }
}
