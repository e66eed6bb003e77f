package org.cordboard.speech.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words that a voice would get wrong, and how they are spoken. An entry in lower case stands for
 * the word in any case; one with a capital stands for that writing alone, so that {@code AI} is not
 * taken for {@code Ai}. Whole words only; the longest wins. Immutable; any thread.
 */
public final class Lexicon {
  /** Nothing is spoken differently. */
  public static final Lexicon NONE = new Lexicon(Map.of());

  private final Map<String, String> exact;
  private final Map<String, String> anyCase = new HashMap<>();
  private final Optional<Rule> rule;

  /** {@code spoken}: written word or words → how they are said. */
  public Lexicon(Map<String, String> spoken) {
    this.exact = Map.copyOf(spoken);
    spoken.forEach(
        (word, said) -> {
          if (isLowerCase(word)) {
            anyCase.put(word, said);
          }
        });
    List<String> longestFirst =
        spoken.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
            .map(word -> (isLowerCase(word) ? "(?iu:" : "(?:") + Pattern.quote(word) + ")")
            .toList();
    this.rule =
        spoken.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Rule.words(
                    "(?<![\\p{L}\\p{N}])(" + String.join("|", longestFirst) + ")(?![\\p{L}\\p{N}])",
                    match -> said(match.group(1))));
  }

  private String said(String word) {
    String same = exact.get(word);
    return same != null ? same : anyCase.getOrDefault(word.toLowerCase(Locale.ROOT), word);
  }

  private static boolean isLowerCase(String word) {
    return word.equals(word.toLowerCase(Locale.ROOT));
  }

  Optional<Rule> rule() {
    return rule;
  }
}
