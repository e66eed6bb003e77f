package org.cordboard.speech.text;

import java.util.Arrays;

/** Writes a spoken text piece by piece, with the origin of every character. */
final class SpokenWriter {
  private final String written;
  private final StringBuilder text = new StringBuilder();
  private int[] origin;
  private int from; // of what is written, up to here all has been said

  SpokenWriter(String written) {
    this.written = written;
    this.origin = new int[2 * written.length() + 64];
  }

  /** Characters {@code [from, to)} are said so; what lies before them is said as written. */
  void say(int start, int end, Said said) {
    asWritten(start);
    String words = said.words();
    if (!words.isEmpty() && !text.isEmpty() && isWord(text.charAt(text.length() - 1))) {
      put(' ', start);
    }
    if (said.form() == Said.Form.SIGNS) {
      signs(words, start, end);
    } else {
      for (int i = 0; i < words.length(); i++) {
        put(words.charAt(i), start);
      }
    }
    from = end;
    if (!words.isEmpty() && end < written.length() && isWord(written.charAt(end))) {
      put(' ', end);
    }
  }

  Spoken finish() {
    asWritten(written.length());
    int[] kept = Arrays.copyOf(origin, text.length() + 1);
    kept[text.length()] = written.length();
    return new Spoken(text.toString(), kept);
  }

  private void asWritten(int until) {
    for (; from < until; from++) {
      put(written.charAt(from), from);
    }
  }

  /** Word after word, each on the next letter or digit that is written. */
  private void signs(String words, int start, int end) {
    int sign = sign(start, end);
    for (int i = 0; i < words.length(); i++) {
      boolean begins = isWord(words.charAt(i)) && (i == 0 || !isWord(words.charAt(i - 1)));
      if (begins && i > 0) {
        sign = sign(sign + 1, end);
      }
      boolean between = !isWord(words.charAt(i));
      put(words.charAt(i), between ? Math.min(end, sign + 1) : sign);
    }
  }

  /** The next letter or digit from {@code at}, or {@code end}. */
  private int sign(int at, int end) {
    int place = Math.min(at, end);
    while (place < end && !Character.isLetterOrDigit(written.charAt(place))) {
      place++;
    }
    return place;
  }

  private void put(char letter, int place) {
    if (text.length() + 2 > origin.length) {
      origin = Arrays.copyOf(origin, 2 * origin.length);
    }
    origin[text.length()] = place;
    text.append(letter);
  }

  private static boolean isWord(char letter) {
    return Character.isLetterOrDigit(letter);
  }
}
