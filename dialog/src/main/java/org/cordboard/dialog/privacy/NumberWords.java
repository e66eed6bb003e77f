package org.cordboard.dialog.privacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that numbers are made of, and those that may stand between digits; of all languages
 * together, since a caller's number is masked in whatever language it is said. Pure.
 */
public final class NumberWords {
  static final Set<String> LANGUAGES = Set.of("en", "de");

  static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("nought", 0),
          Map.entry("naught", 0),
          Map.entry("nil", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("niner", 9),
          Map.entry("null", 0),
          Map.entry("eins", 1),
          Map.entry("zwei", 2),
          Map.entry("zwo", 2),
          Map.entry("drei", 3),
          Map.entry("vier", 4),
          Map.entry("fünf", 5),
          Map.entry("sechs", 6),
          Map.entry("sieben", 7),
          Map.entry("acht", 8),
          Map.entry("neun", 9));

  private static final Map<String, Integer> ENGLISH_TEENS =
      Map.ofEntries(
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));

  /** Values from ten on that are one word. */
  static final Map<String, Integer> TEENS = teens();

  private static Map<String, Integer> teens() {
    Map<String, Integer> all = new HashMap<>(GermanNumbers.words());
    all.putAll(ENGLISH_TEENS);
    return Map.copyOf(all);
  }

  static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20,
          "thirty", 30,
          "forty", 40,
          "fourty", 40,
          "fifty", 50,
          "sixty", 60,
          "seventy", 70,
          "eighty", 80,
          "ninety", 90);

  /** Said for zero among digits, an interjection elsewhere. */
  static final Set<String> OH = Set.of("oh", "o");

  static final Map<String, Integer> TIMES =
      Map.of(
          "double",
          2,
          "triple",
          3,
          "treble",
          3,
          "quadruple",
          4,
          "doppel",
          2,
          "doppelt",
          2,
          "zweimal",
          2,
          "dreimal",
          3,
          "viermal",
          4);

  /** Makes such a word of the number before it: "drei mal die sieben". */
  static final String TIMES_AFTER = "mal";

  /** What may stand between such a word and its digit. */
  static final Set<String> BEFORE_TIMED = Set.of("die", "der");

  /** What recognisers write for a digit that sounds alike; a digit only among other digits. */
  static final Map<String, Integer> SOUND_ALIKE =
      Map.of("won", 1, "to", 2, "too", 2, "for", 4, "fore", 4, "ate", 8);

  /** Words that do not end a number. */
  static final Set<String> FILLERS =
      Set.of(
          "um",
          "uh",
          "uhm",
          "umm",
          "er",
          "erm",
          "hm",
          "hmm",
          "mm",
          "ah",
          "eh",
          "like",
          "then",
          "comma",
          "dash",
          "hyphen",
          "minus",
          "space",
          "dot",
          "point",
          "period",
          "slash",
          "stroke",
          "ähm",
          "äh",
          "komma",
          "strich",
          "punkt",
          "leerzeichen",
          "öh",
          "öhm",
          "dann",
          "bindestrich",
          "schrägstrich");

  /** Joins single digits: "eight and one". */
  static final Set<String> JOINS = Set.of("and", "und");

  private NumberWords() {}

  /**
   * What {@code word}, in lower case, counts: 0 to 19, or a ten up to 90, or one word of German
   * below a million; null when it does not.
   */
  public static @Nullable Integer value(String word) {
    Integer unit = UNITS.get(word);
    Integer small = unit != null ? unit : TEENS.getOrDefault(word, TENS.get(word));
    return small != null ? small : GermanNumbers.thousands(word);
  }

  /** The same of a German word only. */
  public static @Nullable Integer german(String word) {
    return GermanNumbers.value(word);
  }
}
