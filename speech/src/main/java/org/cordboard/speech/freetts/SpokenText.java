package org.cordboard.speech.freetts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.sentence.PiecewiseSynthesis;

/** A text made speakable, letter for letter in its place, and cut where a speaker would breathe. */
final class SpokenText {
  private static final int LONGEST = 220; // characters spoken in one piece

  private SpokenText() {}

  /**
   * The same length, in characters that FreeTTS reads: others become their base letter or space.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(plain(text.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char letter) {
    switch (letter) {
      case '’', '‘', '`', '´':
        return '\'';
      case '–', '—', ';':
        return ',';
      case '…':
        return '.';
      case '<', '>', '{', '}', '[', ']', '|', '\\', '^', '~', '_', '*', '#':
        return ' ';
      default:
        break;
    }
    if (letter >= ' ' && letter < 127) {
      return letter;
    }
    char base = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    return base >= ' ' && base < 127 ? base : ' ';
  }

  /** Sentences; very long ones are cut at a comma or space. Pieces without a word are left out. */
  static List<PiecewiseSynthesis.Piece> pieces(String plain) {
    List<PiecewiseSynthesis.Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < plain.length()) {
      int to = end(plain, from);
      if (plain.substring(from, to).chars().anyMatch(Character::isLetterOrDigit)) {
        pieces.add(new PiecewiseSynthesis.Piece(from, to));
      }
      from = to;
    }
    return pieces;
  }

  private static int end(String plain, int from) {
    int limit = Math.min(plain.length(), from + LONGEST);
    for (int at = from; at < limit; at++) {
      char letter = plain.charAt(at);
      boolean stop = letter == '.' || letter == '!' || letter == '?';
      boolean free = at + 1 >= plain.length() || Character.isWhitespace(plain.charAt(at + 1));
      if (stop && free && !abbreviation(plain, from, at)) {
        return at + 1;
      }
    }
    if (limit == plain.length()) {
      return limit;
    }
    int comma = plain.lastIndexOf(", ", limit - 1);
    int space = plain.lastIndexOf(' ', limit - 1);
    int cut = comma > from ? comma : space;
    return cut > from ? cut + 1 : limit;
  }

  private static boolean abbreviation(String plain, int from, int dot) {
    int start = plain.lastIndexOf(' ', dot) + 1;
    String word = plain.substring(Math.max(from, start), dot);
    return word.matches("(?i)mr|mrs|ms|dr|st|no|[a-z]|([a-z]\\.)+[a-z]");
  }
}
