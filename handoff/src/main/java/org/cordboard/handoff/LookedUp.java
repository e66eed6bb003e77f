package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cordboard.dialog.tools.Authority;
import org.cordboard.dialog.tools.ToolDefinition;

/**
 * What is worth knowing of a tool's result: words, amounts and the latest date. Flags, bookkeeping
 * and what the caller gave are left out. Works on any tool's facts; pure.
 */
final class LookedUp {
  private static final Set<String> BOOKKEEPING =
      Set.of(
          "outcome",
          "by",
          "kind",
          "promise",
          "currency",
          Authority.FOUND,
          ToolDefinition.NOTE,
          "text");
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  private LookedUp() {}

  /** The details, most telling first; {@code given} are the names of what the caller gave. */
  static String details(Map<String, String> result, Set<String> given) {
    Set<String> words = new TreeSet<>();
    List<String> amounts = new ArrayList<>();
    TreeMap<String, String> dates = new TreeMap<>(); // ISO dates sort by time
    result.forEach(
        (key, value) -> {
          if (value.isBlank() || value.matches("(?i)true|false")) {
            return;
          }
          if (given.contains(key) || BOOKKEEPING.contains(key)) {
            return;
          }
          if (value.matches(DATE)) {
            dates.put(value, Wording.words(key));
          } else if (value.matches("-?\\d+(\\.\\d+)?")) {
            amounts.add(amount(key, value, result.getOrDefault("currency", "")));
          } else {
            words.add(value);
          }
        });
    List<String> parts = new ArrayList<>();
    if (!dates.isEmpty()) {
      String what = dates.lastEntry().getValue();
      words.remove(what);
      parts.add(what + " " + dates.lastKey());
    }
    parts.addAll(0, amounts);
    parts.addAll(0, words.stream().sorted((a, b) -> b.length() - a.length()).toList());
    return String.join(", ", parts);
  }

  private static String amount(String key, String value, String currency) {
    boolean money = !currency.isEmpty() && value.matches("-?\\d+\\.\\d{2}");
    return money ? value + " " + currency : Wording.words(key) + " " + value;
  }
}
