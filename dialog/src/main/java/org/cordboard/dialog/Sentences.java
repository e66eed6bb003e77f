package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a growing text into sentences, so that the first can be spoken before the last is there. */
final class Sentences {
  private static final int CLAUSE_WORDS = 3; // fewer sound torn off
  private static final Pattern LETTERS = Pattern.compile("\\p{L}|\\d");
  private static final Pattern CONTINUES =
      Pattern.compile(
          "(?i)[$\u20ac\u00a3#]?\\d.*"
              + "|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*[.,]?"
              + "|(inc|ltd|jr|sr|md|phd)[.,]?");

  private Sentences() {}

  /**
   * What {@code text} holds.
   *
   * @param complete its sentences, trimmed, in order
   * @param rest what may still grow
   */
  record Cut(List<String> complete, String rest) {}

  /**
   * Cuts after {@code .}, {@code !}, {@code ?} or {@code …} followed by white space, where what has
   * been written of the next word tells that a sentence of {@code language} ends there.
   */
  static Cut cut(String text, Locale language) {
    return cut(text, Stops.of(language), false);
  }

  private static Cut cut(String text, Stops stops, boolean whole) {
    List<String> complete = new ArrayList<>();
    int from = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      boolean newline = text.charAt(i) == '\n';
      boolean ends = ".!?\u2026".indexOf(text.charAt(i)) >= 0;
      if (newline || (ends && Character.isWhitespace(text.charAt(i + 1)))) {
        String sentence = text.substring(from, i + 1).trim();
        if (!newline && stops.judge(sentence, text.substring(i + 1), whole) != Stops.Verdict.ENDS) {
          continue;
        }
        if (!sentence.isEmpty()) {
          complete.add(sentence);
        }
        from = i + 1;
      }
    }
    return new Cut(complete, text.substring(from).stripLeading());
  }

  /** The sentences of a text that is whole. */
  static List<String> all(String text, Locale language) {
    Cut cut = cut(text + " ", Stops.of(language), true);
    if (cut.rest().isBlank()) {
      return cut.complete();
    }
    List<String> all = new ArrayList<>(cut.complete());
    all.add(cut.rest().strip());
    return all;
  }

  /**
   * Where a first clause ends that can be spoken while the rest is still being written: after a
   * comma, semicolon, colon or dash behind enough words, when what follows is no part of a number,
   * sum or date. 0 when there is none yet.
   */
  static int firstClause(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      boolean mark = ",;:".indexOf(text.charAt(i)) >= 0 && text.charAt(i + 1) == ' ';
      boolean dash = "\u2014\u2013".indexOf(text.charAt(i)) >= 0;
      if ((mark || dash) && words(text.substring(0, i)) >= CLAUSE_WORDS && goesOn(text, i + 1)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int words(String text) {
    return (int) Arrays.stream(text.trim().split("\\s+")).filter(LETTERS.asPredicate()).count();
  }

  /** What has come after the mark begins something new, even if its first word is not whole. */
  private static boolean goesOn(String text, int from) {
    String after = text.substring(from).stripLeading();
    int end = after.indexOf(' ');
    Matcher continues = CONTINUES.matcher(end < 0 ? after : after.substring(0, end));
    boolean continuing = continues.matches();
    return !after.isEmpty() && !continuing && (end > 0 || !continues.hitEnd());
  }
}
