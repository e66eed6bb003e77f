package org.cordboard.dialog.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares texts by their words: rare words that both have count most. */
final class Lexicon {
  private static final Set<String> COMMON =
      Set.of(
          "a", "an", "the", "is", "are", "was", "were", "be", "been", "do", "does", "did", "i",
          "you", "we", "he", "she", "it", "they", "my", "your", "our", "me", "us", "to", "of", "in",
          "on", "at", "for", "from", "with", "by", "and", "or", "but", "if", "so", "that", "this",
          "there", "what", "which", "who", "how", "when", "where", "why", "can", "could", "would",
          "will", "should", "may", "have", "has", "had", "get", "got", "please", "about", "any",
          "some", "not", "no", "yes", "need", "want", "like", "know", "tell", "am", "as", "than",
          "then", "just", "also", "hi", "hello", "thanks", "much", "many", "long", "take", "one",
          "s", "m", "ll", "re", "ve", "d", "t", "don", "up", "out", "all", "make", "give");

  private final Map<String, Double> rarity = new HashMap<>();
  private final double unseen;

  /** Learns how rare words are. */
  Lexicon(List<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      new HashSet<>(stems(text)).forEach(stem -> counts.merge(stem, 1, Integer::sum));
    }
    counts.forEach((stem, count) -> rarity.put(stem, weight(texts.size(), count)));
    unseen = weight(texts.size(), 0);
  }

  private static double weight(int texts, int count) {
    return Math.log(1 + (texts - count + 0.5) / (count + 0.5));
  }

  /** How much of the question's weight the text has: 0 to 1. */
  double overlap(String question, Set<String> textStems) {
    double shared = 0;
    double all = 0;
    for (String stem : new HashSet<>(stems(question))) {
      double weight = rarity.getOrDefault(stem, unseen);
      all += weight;
      shared += textStems.contains(stem) ? weight : 0;
    }
    return all == 0 ? 0 : shared / all;
  }

  /** The words that carry meaning, without their endings. */
  static List<String> stems(String text) {
    List<String> stems = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^a-z0-9]+")) {
      if (!word.isEmpty() && !COMMON.contains(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  private static String stem(String word) {
    String stem = word;
    for (String ending : List.of("ies", "ing", "ed", "es", "s", "ly", "y", "e")) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
        stem = stem.substring(0, stem.length() - ending.length());
        break;
      }
    }
    int length = stem.length();
    boolean doubled = length > 3 && stem.charAt(length - 1) == stem.charAt(length - 2);
    return doubled ? stem.substring(0, length - 1) : stem;
  }
}
