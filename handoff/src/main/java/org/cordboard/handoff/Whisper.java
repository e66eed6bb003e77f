package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.List;

/**
 * The brief as spoken: whole sentences as long as they fit, then the beginning of the next. At 2.5
 * words a second 25 words last 10 s; a digit counts as a word, since it takes as long.
 */
final class Whisper {
  private static final int MOST_WORDS = 25;
  private static final int LEAST_OF_A_SENTENCE = 4; // less than that says nothing

  private Whisper() {}

  /** The first sentences, most important first, within the limit. */
  static String of(List<String> sentences) {
    List<String> said = new ArrayList<>();
    int left = MOST_WORDS;
    for (String sentence : sentences) {
      List<String> words = words(sentence, left);
      boolean whole = words.size() == sentence.strip().split("\\s+").length;
      if (!sentence.isBlank() && (whole || words.size() >= LEAST_OF_A_SENTENCE)) {
        said.add(ended(String.join(" ", words)));
        left -= words.stream().mapToInt(Whisper::cost).sum();
      }
    }
    return String.join(" ", said);
  }

  /** How long a word takes, in words. */
  static int cost(String word) {
    return Math.max(1, (int) word.chars().filter(Character::isDigit).count());
  }

  private static List<String> words(String sentence, int limit) {
    List<String> words = new ArrayList<>();
    int left = limit;
    for (String word : sentence.strip().split("\\s+")) {
      left -= cost(word);
      if (left < 0) {
        break;
      }
      words.add(word);
    }
    return words;
  }

  private static String ended(String sentence) {
    String plain = sentence.replaceAll("[.,;:!?\\s]+$", "");
    return plain + (sentence.endsWith("?") || sentence.endsWith("!") ? "" : ".");
  }
}
