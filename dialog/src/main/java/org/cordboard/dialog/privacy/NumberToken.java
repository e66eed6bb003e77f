package org.cordboard.dialog.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of text that matters when looking for numbers: digits, a word, or a sign that ends a
 * number. Punctuation and white space between tokens is left out.
 *
 * @param start index of its first character
 * @param end index after its last
 * @param text lower case; digits as ASCII
 */
record NumberToken(Kind kind, int start, int end, String text) {
  enum Kind {
    DIGITS,
    WORD,
    SIGN
  }

  boolean is(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  static List<NumberToken> of(String text) {
    List<NumberToken> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char first = text.charAt(at);
      int end = at + 1;
      if (Character.isDigit(first)) {
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
          end++;
        }
        tokens.add(new NumberToken(Kind.DIGITS, at, end, ascii(text, at, end)));
      } else if (Character.isLetter(first)) {
        while (end < text.length() && inWord(text, end)) {
          end++;
        }
        String word = text.substring(at, end).toLowerCase(Locale.ROOT);
        tokens.add(new NumberToken(Kind.WORD, at, end, word));
      } else if (first == '%' || Character.getType(first) == Character.CURRENCY_SYMBOL) {
        tokens.add(new NumberToken(Kind.SIGN, at, end, String.valueOf(first)));
      }
      at = end;
    }
    return tokens;
  }

  private static boolean inWord(String text, int at) {
    char here = text.charAt(at);
    boolean apostrophe = here == '\'' || here == '’';
    return Character.isLetter(here)
        || (apostrophe && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1)));
  }

  private static String ascii(String text, int start, int end) {
    StringBuilder digits = new StringBuilder();
    for (int i = start; i < end; i++) {
      digits.append(Character.digit(text.charAt(i), 10));
    }
    return digits.toString();
  }
}
