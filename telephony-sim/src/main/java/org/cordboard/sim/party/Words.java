package org.cordboard.sim.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Heard words in one plain form for patterns: small letters, no punctuation, neighbouring numbers
 * in digits and joined, so that {@code "Four, eight one — 9 2 7."}, {@code 481-927} and {@code 481
 * 927} are all {@code 481927}. A lone digit is a word ({@code press one}, {@code one moment}); a
 * decimal point between digits stays ({@code 24.90}).
 */
public final class Words {
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);

  private Words() {}

  /** The plain form of {@code heard}; empty when there is no word in it. */
  public static String plain(String heard) {
    String letters =
        heard
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\[[^]]*]|\\([^)]*\\)", " ") // a recogniser's "[music]"
            .replaceAll("['’]", "")
            .replaceAll("(?<=\\d),(?=\\d{3}\\b)", "")
            .replaceAll("(?<!\\d)\\.|\\.(?!\\d)", " ")
            .replaceAll("[^\\p{L}0-9.]+", " ")
            .strip();
    return letters.isEmpty() ? "" : String.join(" ", joined(List.of(letters.split(" +"))));
  }

  private static List<String> joined(List<String> words) {
    List<String> out = new ArrayList<>();
    List<String> run = new ArrayList<>(); // the words of the number being read
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String number = numberAt(words, i);
      if (number == null || number.contains(".")) {
        flush(run, digits, out);
        out.add(words.get(i));
        continue;
      }
      run.add(words.get(i));
      digits.append(number);
      if (tensAndOne(words, i)) {
        i++;
      }
    }
    flush(run, digits, out);
    return out;
  }

  private static void flush(List<String> run, StringBuilder digits, List<String> out) {
    if (run.isEmpty()) {
      return;
    }
    if (digits.length() > 1) {
      out.add(digits.toString());
    } else {
      String word = run.get(0);
      out.add(Character.isDigit(word.charAt(0)) ? SMALL.get(Integer.parseInt(word)) : word);
    }
    run.clear();
    digits.setLength(0);
  }

  private static @Nullable String numberAt(List<String> words, int i) {
    String word = words.get(i);
    if (word.matches("\\d+(\\.\\d+)?")) {
      return word;
    }
    Integer tens = TENS.get(word);
    if (tens != null) {
      return String.valueOf(tens + (tensAndOne(words, i) ? SMALL.indexOf(words.get(i + 1)) : 0));
    }
    int small = word.equals("oh") ? 0 : SMALL.indexOf(word);
    return small < 0 ? null : String.valueOf(small);
  }

  private static boolean tensAndOne(List<String> words, int i) {
    if (!TENS.containsKey(words.get(i)) || i + 1 >= words.size()) {
      return false;
    }
    int next = SMALL.indexOf(words.get(i + 1));
    return next >= 1 && next <= 9;
  }
}
