package org.cordboard.speech.turn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A language's words as far as they tell whether a turn is over: lists written by hand ({@code
 * words.txt}) and weights learnt from sentences ({@code ends.txt}), resources of this package under
 * the language's code. Immutable; shared by all calls. A language without them is listened to by
 * silence alone.
 *
 * @param language its code, such as {@code en}
 * @param holds words that no turn ends in
 * @param fillers what people say while they think
 * @param openers words that are no turn by themselves
 * @param phrases what no turn ends in, word by word
 * @param answers words of which a whole yes or no holds one
 * @param tails words that it may hold besides
 * @param closings what ends an e-mail address
 * @param numbers its number words
 * @param ends how likely a sentence ends here
 */
public record TurnLanguage(
    String language,
    Set<String> holds,
    Set<String> fillers,
    Set<String> openers,
    Set<List<String>> phrases,
    Set<String> answers,
    Set<String> tails,
    Set<String> closings,
    Numbers numbers,
    SentenceEnds ends) {

  /**
   * Number words.
   *
   * @param digits word → how many digits it writes
   * @param units those that a tens word takes in: "eight" in "forty eight"
   * @param tens "forty"
   * @param repeats "double" → 2
   */
  record Numbers(
      Map<String, Integer> digits,
      Set<String> units,
      Set<String> tens,
      Map<String, Integer> repeats) {}

  /** The language of {@code locale}; empty when it has no lists here. */
  public static Optional<TurnLanguage> load(Locale locale) {
    String code = locale.getLanguage();
    try (InputStream words = TurnLanguage.class.getResourceAsStream(code + "/words.txt");
        InputStream ends = TurnLanguage.class.getResourceAsStream(code + "/ends.txt")) {
      return words == null || ends == null
          ? Optional.empty()
          : Optional.of(of(code, sections(words), SentenceEnds.read(ends)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("word lists of " + code, unreadable);
    }
  }

  /** The same with other weights. */
  public TurnLanguage with(SentenceEnds learnt) {
    return new TurnLanguage(
        language, holds, fillers, openers, phrases, answers, tails, closings, numbers, learnt);
  }

  private static TurnLanguage of(String code, Map<String, List<String>> lists, SentenceEnds ends) {
    Set<List<String>> phrases = new LinkedHashSet<>();
    lists.getOrDefault("phrases", List.of()).forEach(line -> phrases.add(List.of(line.split(" "))));
    Map<String, Integer> digits = new HashMap<>();
    words(lists, "units").forEach(word -> digits.put(word, 1));
    words(lists, "zeros").forEach(word -> digits.put(word, 1));
    words(lists, "teens").forEach(word -> digits.put(word, 2));
    words(lists, "tens").forEach(word -> digits.put(word, 2));
    Map<String, Integer> repeats = new HashMap<>();
    int times = 2;
    for (String word : words(lists, "repeats")) {
      repeats.put(word, times++);
    }
    return new TurnLanguage(
        code,
        words(lists, "holds"),
        words(lists, "fillers"),
        words(lists, "openers"),
        phrases,
        words(lists, "answers"),
        words(lists, "tails"),
        words(lists, "closings"),
        new Numbers(digits, words(lists, "units"), words(lists, "tens"), repeats),
        ends);
  }

  private static Set<String> words(Map<String, List<String>> lists, String name) {
    Set<String> words = new LinkedHashSet<>();
    lists.getOrDefault(name, List.of()).forEach(line -> words.addAll(List.of(line.split(" "))));
    return words;
  }

  /** Lines under {@code [name]}; {@code #} begins a remark. */
  private static Map<String, List<String>> sections(InputStream from) throws IOException {
    Map<String, List<String>> sections = new TreeMap<>();
    String name = "";
    BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String text = line.strip();
      if (text.startsWith("[")) {
        name = text.substring(1, text.length() - 1);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        sections.computeIfAbsent(name, none -> new ArrayList<>()).add(text);
      }
    }
    return sections;
  }

  Map<String, Integer> digits() {
    return numbers.digits();
  }

  Set<String> units() {
    return numbers.units();
  }

  Set<String> tens() {
    return numbers.tens();
  }

  Map<String, Integer> repeats() {
    return numbers.repeats();
  }
}
