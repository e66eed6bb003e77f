package org.cordboard.speech.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words substituted, inserted and left out, against words there were. Case, punctuation and the way
 * numbers are written ("481", "four eight one") do not count. Pure.
 *
 * @param errors substitutions, insertions and deletions
 * @param words words of the reference
 */
public record WordErrorRate(int errors, int words) {
  /** Nothing measured yet. */
  public static final WordErrorRate NONE = new WordErrorRate(0, 0);

  private static final List<String> UNITS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  private static final List<String> TEENS =
      List.of(
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
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, String> SAME = Map.of("ok", "okay", "mr", "mister");

  /** Compares what was heard with what was said. */
  public static WordErrorRate of(String said, String heard) {
    List<String> reference = normalised(said);
    return new WordErrorRate(distance(reference, normalised(heard)), reference.size());
  }

  /** Both together. */
  public WordErrorRate plus(WordErrorRate other) {
    return new WordErrorRate(errors + other.errors, words + other.words);
  }

  /** Errors in a hundred words; 0 when there are none of either. */
  public double percent() {
    return words == 0 ? (errors == 0 ? 0 : 100) : 100.0 * errors / words;
  }

  /** Words in lower case, numbers digit by digit. */
  static List<String> normalised(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[’‘]", "'");
    plain = plain.replaceAll("(?<=\\d)[,](?=\\d{3})", "").replaceAll("[^\\p{L}\\p{N}' ]", " ");
    List<String> words = new ArrayList<>();
    String[] tokens = plain.trim().split("\\s+");
    for (int i = 0; i < tokens.length; i++) {
      String token = tokens[i].replaceAll("^'+|'+$", "");
      int tens = TENS.indexOf(token);
      if (tens >= 0) {
        int unit = i + 1 < tokens.length ? UNITS.indexOf(tokens[i + 1]) : -1;
        words.add(String.valueOf(tens + 2));
        words.add(String.valueOf(Math.max(0, unit)));
        i += unit > 0 ? 1 : 0;
      } else if (TEENS.contains(token)) {
        words.add("1");
        words.add(String.valueOf(TEENS.indexOf(token)));
      } else if (UNITS.contains(token)) {
        words.add(String.valueOf(UNITS.indexOf(token)));
      } else if (token.matches("\\d+")) {
        token.chars().forEach(digit -> words.add(String.valueOf((char) digit)));
      } else if (!token.isEmpty()) {
        words.add(SAME.getOrDefault(token, token));
      }
    }
    return words;
  }

  private static int distance(List<String> said, List<String> heard) {
    int[] row = new int[heard.size() + 1];
    for (int j = 0; j <= heard.size(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= said.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= heard.size(); j++) {
        int above = row[j];
        int changed = diagonal + (said.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[heard.size()];
  }
}
