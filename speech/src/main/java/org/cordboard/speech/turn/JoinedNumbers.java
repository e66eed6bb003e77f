package org.cordboard.speech.turn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that a language writes as one word: "einundzwanzig", "vierhunderteins". Immutable.
 *
 * @param form of such a word
 * @param hundreds parts that give it three digits
 * @param thousands parts that give it four
 */
record JoinedNumbers(Pattern form, Set<String> hundreds, Set<String> thousands) {

  /** Words made of {@code numbers} and {@code joins}; none when there are no joins. */
  static JoinedNumbers of(
      Collection<String> numbers, Set<String> joins, Set<String> hundreds, Set<String> thousands) {
    if (joins.isEmpty()) {
      return new JoinedNumbers(Pattern.compile("(?!)"), Set.of(), Set.of());
    }
    List<String> parts = new ArrayList<>(numbers);
    parts.addAll(joins);
    parts.addAll(hundreds);
    parts.addAll(thousands);
    String any = String.join("|", parts);
    return new JoinedNumbers(Pattern.compile("(" + any + "){2,}"), hundreds, thousands);
  }

  /** How many digits it writes; 0 when it is no such number. */
  int digits(String word) {
    if (!form.matcher(word).matches()) {
      return 0;
    }
    return thousands.stream().anyMatch(word::contains)
        ? 4
        : hundreds.stream().anyMatch(word::contains) ? 3 : 2;
  }
}
