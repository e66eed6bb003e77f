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
import java.util.function.BiConsumer;

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
 * @param alphabet words that stand for letters
 * @param numbers its number words
 * @param clauses its clauses whose verb comes last
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
    Alphabet alphabet,
    Numbers numbers,
    Clauses clauses,
    SentenceEnds ends) {

  /**
   * Number words.
   *
   * @param digits word → how many digits it writes
   * @param units those that a tens word takes in: "eight" in "forty eight"
   * @param tens "forty"
   * @param repeats "double" → 2
   * @param times what makes such a word of the number before it: "drei mal"
   * @param links what may stand between such a word and the digit
   * @param joined numbers written as one word: "einundzwanzig"
   */
  record Numbers(
      Map<String, Integer> digits,
      Set<String> units,
      Set<String> tens,
      Map<String, Integer> repeats,
      Set<String> times,
      Set<String> links,
      JoinedNumbers joined) {
    /** How many digits a word writes; 0 when it is no number. */
    int of(String word) {
      if (word.chars().allMatch(Character::isDigit)) {
        return word.length();
      }
      Integer known = digits.get(word);
      return known != null ? known : joined.digits(word);
    }
  }

  /**
   * How letters are told apart.
   *
   * @param names "Siegfried"
   * @param as what stands between a letter and its name: "S wie Siegfried"
   */
  record Alphabet(Set<String> names, Set<String> as) {
    boolean holds(String word) {
      return names.contains(word) || as.contains(word);
    }

    /** How many letters the words spell; words of no alphabet are taken for what they name. */
    int letters(List<String> words) {
      int count = 0;
      boolean said = false;
      for (String word : words) {
        boolean name = names.contains(word);
        count += as.contains(word) || (name && said) ? 0 : name ? 1 : word.length();
        said = as.contains(word);
      }
      return count;
    }
  }

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
        language, holds, fillers, openers, phrases, answers, tails, closings, alphabet, numbers,
        clauses, learnt);
  }

  /**
   * Log odds that {@code words}, in lower case and without punctuation and fillers, are a whole
   * sentence; they must not be empty.
   */
  public double score(List<String> words) {
    return ends.score(features(words));
  }

  /** What of such words is weighed by {@link #ends}. */
  public List<String> features(List<String> words) {
    List<String> features = new ArrayList<>(SentenceEnds.features(words));
    features.addAll(clauses.features(words));
    return features;
  }

  private static TurnLanguage of(String code, Map<String, List<String>> lists, SentenceEnds ends) {
    Set<List<String>> phrases = new LinkedHashSet<>();
    lists.getOrDefault("phrases", List.of()).forEach(line -> phrases.add(List.of(line.split(" "))));
    return new TurnLanguage(
        code,
        words(lists, "holds"),
        words(lists, "fillers"),
        words(lists, "openers"),
        phrases,
        words(lists, "answers"),
        words(lists, "tails"),
        words(lists, "closings"),
        new Alphabet(words(lists, "alphabet"), words(lists, "as")),
        numbers(lists),
        clauses(lists),
        ends);
  }

  private static Numbers numbers(Map<String, List<String>> lists) {
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
    return new Numbers(
        digits,
        words(lists, "units"),
        words(lists, "tens"),
        repeats,
        words(lists, "times"),
        words(lists, "links"),
        JoinedNumbers.of(
            digits.keySet(),
            words(lists, "joins"),
            words(lists, "hundreds"),
            words(lists, "thousands")));
  }

  private static Clauses clauses(Map<String, List<String>> lists) {
    Map<String, String> forms = new HashMap<>();
    lists.getOrDefault("forms", List.of()).forEach(line -> pair(line, " ", forms::put));
    Map<String, Set<String>> separable = new HashMap<>();
    lists
        .getOrDefault("separable", List.of())
        .forEach(line -> pair(line, ": ", (end, verbs) -> separable.put(end, split(verbs))));
    return new Clauses(
        words(lists, "modals"),
        words(lists, "auxiliaries"),
        new Clauses.Begins(
            words(lists, "subordinators"),
            words(lists, "questions"),
            words(lists, "relatives"),
            words(lists, "subjects")),
        words(lists, "finite"),
        words(lists, "infinitives"),
        Clauses.Forms.of(forms),
        separable);
  }

  private static void pair(String line, String by, BiConsumer<String, String> into) {
    int cut = line.indexOf(by);
    into.accept(line.substring(0, cut), line.substring(cut + by.length()));
  }

  private static Set<String> split(String line) {
    return new LinkedHashSet<>(List.of(line.split(" ")));
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

  Map<String, Integer> repeats() {
    return numbers.repeats();
  }
}
