package org.cordboard.speech.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A turn's words so far, in the form in which they are looked at. Pure. */
record TurnWords(List<String> words, String text) {
  static final TurnWords NONE = new TurnWords(List.of(), "");

  private static final Pattern NEITHER = Pattern.compile("[^\\p{L}\\p{N}' ]+");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern ADDRESS = // at the end, perhaps with a full stop
      Pattern.compile("[\\p{L}\\p{N}._-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+\\.?$");

  static TurnWords of(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    String plain = NEITHER.matcher(lower).replaceAll(" ").strip();
    return plain.isEmpty() ? NONE : new TurnWords(List.of(SPACES.split(plain)), lower);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  String first() {
    return words.get(0);
  }

  String last() {
    return words.get(words.size() - 1);
  }

  /** True when they end in {@code phrase}, word by word. */
  boolean endsWith(List<String> phrase) {
    int from = words.size() - phrase.size();
    return from >= 0 && words.subList(from, words.size()).equals(phrase);
  }

  boolean endsInAddress() {
    return ADDRESS.matcher(text).find();
  }

  /** The written text breaks off: a dash, a comma or three dots at its end. */
  boolean breaksOff() {
    return text.endsWith("...")
        || text.endsWith("\u2026")
        || text.endsWith("-")
        || text.endsWith("\u2014")
        || text.endsWith(",");
  }

  /** They are written as a question, by a recogniser that punctuates. */
  boolean asks() {
    return text.endsWith("?");
  }

  /** How many digits they name, "forty eight" and "48" both two. */
  int digits(TurnLanguage language) {
    TurnLanguage.Numbers numbers = language.numbers();
    int count = 0;
    int times = 1;
    boolean tens = false;
    String before = "";
    for (String word : words) {
      int repeated = numbers.repeats().getOrDefault(before + word, 0);
      if (repeated > 0 && numbers.times().contains(word)) {
        count -= numbers.of(before); // "drei mal die sieben": the three is none of them
        times = repeated;
      } else if (times == 1 || !numbers.links().contains(word)) {
        int here = numbers.of(word);
        if (here == 1 && tens && numbers.units().contains(word)) {
          here = 0; // "forty eight": counted with the tens
        }
        tens = numbers.tens().contains(word);
        count += here * times;
        times = numbers.repeats().getOrDefault(word, 1);
      }
      before = word;
    }
    return count;
  }

  /** How many of the last words name digits. */
  int trailingDigits(TurnLanguage language) {
    int at = words.size();
    while (at > 0 && language.numbers().of(words.get(at - 1)) > 0) {
      at--;
    }
    return new TurnWords(words.subList(at, words.size()), "").digits(language);
  }

  /** Without fillers, and without one or two words that are said twice in a row. */
  List<String> fluent(TurnLanguage language) {
    List<String> fluent = new ArrayList<>();
    for (String word : words) {
      if (!language.fillers().contains(word)) {
        fluent.add(word);
        for (int length = 1; length <= 2; length++) {
          dropRepeat(fluent, length);
        }
      }
    }
    return fluent;
  }

  private static void dropRepeat(List<String> words, int length) {
    int size = words.size();
    if (size >= 2 * length
        && words
            .subList(size - length, size)
            .equals(words.subList(size - 2 * length, size - length))) {
      words.subList(size - length, size).clear();
    }
  }

  /** A yes or no, and nothing else. */
  boolean isAnswer(TurnLanguage language) {
    return words.stream().anyMatch(language.answers()::contains)
        && words.stream()
            .allMatch(word -> language.answers().contains(word) || language.tails().contains(word));
  }
}
