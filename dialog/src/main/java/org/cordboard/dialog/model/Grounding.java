package org.cordboard.dialog.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cordboard.dialog.knowledge.Knowledge;

/** Tells which passage a sentence rests on, by the words they share. Pure. */
public final class Grounding {
  private static final double ENOUGH = 0.6; // of the sentence's content words
  private static final int FEWEST = 3; // content words, below which nothing can be told
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "the", "and", "for", "you", "your", "our", "are", "was", "with", "that", "this", "have",
          "has", "can", "will", "from", "not", "but", "all", "any", "please", "what", "how", "when",
          "does", "did", "there", "they", "would", "like", "long", "much", "many", "about", "take");

  private Grounding() {}

  /** The source of the passage that {@code sentence} is taken from, if it is from any. */
  public static Optional<String> source(String sentence, List<Knowledge.Passage> passages) {
    Set<String> words = words(sentence);
    if (words.size() < FEWEST) {
      return Optional.empty();
    }
    Knowledge.Passage best = null;
    double most = ENOUGH;
    for (Knowledge.Passage passage : passages) {
      double share = share(words, words(passage.text()));
      if (share >= most && (best == null || share > most)) {
        most = share;
        best = passage;
      }
    }
    return Optional.ofNullable(best).map(Knowledge.Passage::source);
  }

  /** The part of {@code some} that is in {@code all}, 0 to 1. */
  static double share(Set<String> some, Set<String> all) {
    return some.isEmpty() ? 0 : (double) some.stream().filter(all::contains).count() / some.size();
  }

  /** The words that carry meaning, lower case, without a plural s. */
  static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9']+"))
        .filter(word -> word.length() > 2 && !EMPTY_WORDS.contains(word))
        .map(
            word ->
                word.length() > 3 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
