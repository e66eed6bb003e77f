package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.List;

/**
 * The brief as spoken: whole sentences only, most important first; one that does not fit any more
 * is left out. At 2.5 words a second 25 words last 10 s; a digit counts as a word, since it takes
 * as long.
 */
final class Whisper {
  private static final int MOST_WORDS = 25;
  private static final int SUM = 2; // dollars and cents
  private static final String AT_LEAST = "A caller is waiting.";

  private Whisper() {}

  /** Of the sentences, in order, those that fit. */
  static String of(List<String> sentences) {
    List<String> said = new ArrayList<>();
    int left = MOST_WORDS;
    for (String sentence : sentences) {
      String plain = sentence.strip().replaceAll("\\s+", " ");
      int cost = cost(plain);
      if (!plain.isEmpty() && cost <= left) {
        said.add(ended(plain));
        left -= cost;
      }
    }
    return said.isEmpty() ? AT_LEAST : String.join(" ", said);
  }

  /** How long a text takes, in words. */
  static int cost(String text) {
    int cost = 0;
    for (String word : text.strip().split("[\\s-]+")) {
      int digits = (int) word.chars().filter(Character::isDigit).count();
      boolean sum = word.matches("[$€£].*");
      cost += Math.max(1, digits) + (sum ? SUM : 0);
    }
    return cost;
  }

  private static String ended(String sentence) {
    String plain = Wording.begun(sentence.replaceAll("[,;:\\s]+$", ""));
    return plain.matches("(?s).*[.!?]”?") ? plain : plain + ".";
  }
}
