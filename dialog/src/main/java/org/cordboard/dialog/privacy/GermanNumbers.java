package org.cordboard.dialog.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** German numbers, which are one word each below a million: "vierhunderteinundachtzig". Pure. */
final class GermanNumbers {
  private static final List<String> UNITS =
      List.of("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun");
  private static final List<String> TEENS =
      List.of(
          "zehn",
          "elf",
          "zwölf",
          "dreizehn",
          "vierzehn",
          "fünfzehn",
          "sechzehn",
          "siebzehn",
          "achtzehn",
          "neunzehn");
  private static final List<String> TENS =
      List.of(
          "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
          "neunzig");

  private static final String THOUSAND = "tausend";
  private static final Map<String, Integer> WORDS = words();

  private GermanNumbers() {}

  /** "zweitausendsechsundzwanzig"; null for other words, also for those below a thousand. */
  static @Nullable Integer thousands(String word) {
    int at = word.indexOf(THOUSAND);
    if (at < 0) {
      return null;
    }
    Integer many = at == 0 ? Integer.valueOf(1) : below(word.substring(0, at));
    String rest = word.substring(at + THOUSAND.length());
    Integer more = rest.isEmpty() ? Integer.valueOf(0) : below(rest);
    return many == null || more == null ? null : Integer.valueOf(many * 1_000 + more);
  }

  private static @Nullable Integer below(String word) {
    int unit = UNITS.indexOf(word.replace("zwo", "zwei"));
    return unit > 0 ? Integer.valueOf(unit) : WORDS.get(word);
  }

  /** Any number from one to below a million; null for other words. */
  static @Nullable Integer value(String word) {
    Integer small = word.equals("eins") ? Integer.valueOf(1) : below(word);
    return small != null ? small : thousands(word);
  }

  /** Word → value; "dreissig" as well as "dreißig", "zwo" as well as "zwei". */
  static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>();
    for (int value = 10; value < 1_000; value++) {
      String word = word(value);
      words.put(word, value);
      words.put(word.replace("ß", "ss"), value);
      words.put(word.replace("zwei", "zwo"), value);
      if (value / 100 == 1) {
        words.put(word.substring("ein".length()), value); // "hundertelf"
      }
    }
    return words;
  }

  private static String word(int value) {
    String hundreds = value < 100 ? "" : UNITS.get(value / 100) + "hundert";
    int rest = value % 100;
    if (rest == 0) {
      return hundreds;
    } else if (rest < 10) {
      return hundreds + (rest == 1 ? "eins" : UNITS.get(rest));
    } else if (rest < 20) {
      return hundreds + TEENS.get(rest - 10);
    }
    String unit = rest % 10 == 0 ? "" : UNITS.get(rest % 10) + "und";
    return hundreds + unit + TENS.get(rest / 10);
  }
}
