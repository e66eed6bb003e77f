package org.cordboard.speech.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers as Germans say them. Pure; every method is total. */
final class GermanNumbers {
  private static final List<String> UNITS =
      List.of(
          ("null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
                  + " fünfzehn sechzehn siebzehn achtzehn neunzehn")
              .split(" "));
  private static final List<String> TENS =
      List.of("- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" "));
  private static final List<String> SCALE = List.of("Million", "Milliarde", "Billion");
  private static final List<String> SCALES = List.of("Millionen", "Milliarden", "Billionen");
  private static final int LONGEST = 15; // digits that are said as one number
  private static final String TWO_BY_TELEPHONE = "zwo"; // "zwei" sounds like "drei" there

  private GermanNumbers() {}

  /** {@code 1249} as {@code eintausendzweihundertneunundvierzig}, {@code 1} as {@code eins}. */
  static String cardinal(long value) {
    if (value < 0) {
      return "minus " + cardinal(-value);
    }
    if (value < 1_000_000) {
      return joined((int) value);
    }
    String words = "";
    long rest = value / 1_000_000;
    for (int scale = 0; rest > 0 && scale < SCALE.size(); scale++) {
      int part = (int) (rest % 1_000);
      if (part > 0) {
        String counted = part == 1 ? "eine" : joined(part);
        String name = part == 1 ? SCALE.get(scale) : SCALES.get(scale);
        words = counted + " " + name + (words.isEmpty() ? "" : " ") + words;
      }
      rest /= 1_000;
    }
    int below = (int) (value % 1_000_000);
    return below == 0 ? words : words + " " + joined(below);
  }

  /** The same before what it counts: one is {@code ein}, or {@code eine}. */
  static String counting(long value, boolean feminine) {
    String words = cardinal(value);
    boolean one = value % 100 == 1 && value % 1_000_000 != 0;
    return one ? words.substring(0, words.length() - 1) + (feminine ? "e" : "") : words;
  }

  private static String joined(int value) {
    if (value < 1_000) {
      return belowThousand(value);
    }
    int rest = value % 1_000;
    return before(value / 1_000) + "tausend" + (rest == 0 ? "" : belowThousand(rest));
  }

  private static String belowThousand(int value) {
    if (value < 20) {
      return UNITS.get(value);
    }
    if (value < 100) {
      String tens = TENS.get(value / 10);
      return value % 10 == 0 ? tens : before(value % 10) + "und" + tens;
    }
    int rest = value % 100;
    return before(value / 100) + "hundert" + (rest == 0 ? "" : belowThousand(rest));
  }

  /** Without the s of "eins", as before "hundert". */
  private static String before(int value) {
    String words = belowThousand(value);
    return words.endsWith("eins") ? words.substring(0, words.length() - 1) : words;
  }

  /** {@code 21} as {@code einundzwanzigst}, to which the case adds its ending. */
  static String ordinal(long value) {
    int last = (int) (value % 100);
    String words = cardinal(value);
    return switch (last) {
      case 1 -> words.substring(0, words.length() - "eins".length()) + "erst";
      case 3 -> words.substring(0, words.length() - "drei".length()) + "dritt";
      case 7 -> words.substring(0, words.length() - "en".length()) + "t";
      case 8 -> words;
      default -> words + (last > 0 && last < 20 ? "t" : "st");
    };
  }

  /** {@code 1985} as {@code neunzehnhundertfünfundachtzig}. */
  static String year(int year) {
    if (year < 1_100 || year >= 2_000) {
      return cardinal(year);
    }
    int rest = year % 100;
    return cardinal(year / 100) + "hundert" + (rest == 0 ? "" : belowThousand(rest));
  }

  /** Digits, with points between thousands or not, and with decimals after a comma or not. */
  static String number(String written) {
    String plain = written.replace(".", "");
    int comma = plain.indexOf(',');
    String whole = comma < 0 ? plain : plain.substring(0, comma);
    if (whole.length() > LONGEST) {
      return digits(plain);
    }
    String words = whole.isEmpty() ? "null" : cardinal(Long.parseLong(whole));
    return comma < 0 ? words : words + " Komma " + read(plain.substring(comma + 1));
  }

  /** The same before what it counts. */
  static String counting(String written, boolean feminine) {
    String plain = written.replace(".", "");
    return plain.matches("\\d{1," + LONGEST + "}")
        ? counting(Long.parseLong(plain), feminine)
        : number(written);
  }

  /** Whether it is exactly one, so that what is counted stays singular. */
  static boolean isOne(String written) {
    return new BigDecimal(written.replace(".", "").replace(',', '.')).compareTo(BigDecimal.ONE)
        == 0;
  }

  /** Digit by digit, as on the telephone; other signs are left out. */
  private static String digits(String written) {
    return written
        .chars()
        .filter(Character::isDigit)
        .mapToObj(digit -> digit(Character.digit(digit, 10)))
        .collect(Collectors.joining(" "));
  }

  static String digit(int value) {
    return value == 2 ? TWO_BY_TELEPHONE : UNITS.get(value);
  }

  private static String read(String decimals) {
    return decimals
        .chars()
        .mapToObj(digit -> UNITS.get(Character.digit(digit, 10)))
        .collect(Collectors.joining(" "));
  }
}
