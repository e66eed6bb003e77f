package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A recording of a person, and what is said in it.
 *
 * @param name as the list of recordings has it
 * @param speaker who speaks
 * @param text what is said; notes in brackets are none of it
 * @param aligned its words with their places, as an aligner found them; empty when none did
 * @param sound 16-bit samples of 8 kHz
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once
record SpokenClip(
    String name, String speaker, String text, List<SpokenTurn.Word> aligned, short[] sound) {
  private static final Pattern NOTES = Pattern.compile("\\[[^]]*]|<[^>]*>|\\([^)]*\\)");
  private static final Pattern AROUND =
      Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int BESIDES = 2; // letters that a word takes whatever its length
  private static final int LETTERS_OF_A_DIGIT = 5; // "3" is read "three"

  /** What the writing of a text tells of the place behind a word. */
  enum After {
    /** Nothing. */
    NOTHING,
    /** A comma or the like. */
    COMMA,
    /** The end of a sentence. */
    STOP
  }

  /**
   * A word.
   *
   * @param text in lower case, without punctuation
   * @param after what is written behind it
   */
  record Written(String text, After after) {
    /** How long it takes to say, in letters; a word takes a little whatever its length. */
    int letters() {
      int letters = BESIDES;
      for (int i = 0; i < text.length(); i++) {
        char each = text.charAt(i);
        letters += Character.isDigit(each) ? LETTERS_OF_A_DIGIT : Character.isLetter(each) ? 1 : 0;
      }
      return letters;
    }
  }

  /** The words of a text; none when it holds notes only. */
  static List<Written> words(String text) {
    List<Written> words = new ArrayList<>();
    for (String token : NOTES.matcher(text).replaceAll(" ").strip().split("\\s+")) {
      String word = AROUND.matcher(token).replaceAll("").toLowerCase(Locale.ROOT);
      if (!word.isEmpty()) {
        words.add(new Written(word, after(token)));
      }
    }
    return words;
  }

  private static After after(String token) {
    char last = token.charAt(token.length() - 1);
    if (last == '.' || last == '!' || last == '?') {
      return token.endsWith("...") ? After.COMMA : After.STOP;
    }
    return last == ',' || last == ';' || last == ':' || last == '-' ? After.COMMA : After.NOTHING;
  }

  /** The words. */
  List<Written> words() {
    return words(text);
  }

  /** The words with single spaces. */
  String plain() {
    StringBuilder plain = new StringBuilder();
    words().forEach(word -> plain.append(plain.isEmpty() ? "" : " ").append(word.text()));
    return plain.toString();
  }
}
