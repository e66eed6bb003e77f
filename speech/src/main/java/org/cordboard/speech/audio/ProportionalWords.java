package org.cordboard.speech.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the words of a text lie in its speech when the engine does not say: each takes a share of
 * the time as its letters take of the text. A guess, within about a word over a sentence. Pure.
 */
public final class ProportionalWords {
  private ProportionalWords() {}

  /** Characters {@code [from, to)} of the text begin at {@code startSample} of its speech. */
  public record Place(int from, int to, long startSample) {}

  /** The words of {@code text}, spoken in {@code samples}; punctuation alone is no word. */
  public static List<Place> of(String text, long samples) {
    List<Place> places = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      if (Character.isWhitespace(text.charAt(from))) {
        from++;
        continue;
      }
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      if (text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit)) {
        places.add(new Place(from, to, samples * from / text.length()));
      }
      from = to;
    }
    return places;
  }
}
