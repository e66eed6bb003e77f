package org.cordboard.speech.ladder;

import java.time.Duration;

/** How long a text can take to be spoken at the very most; beyond it a voice has run away. Pure. */
final class SpokenLength {
  private static final long SLACK_MS = 2_000; // pauses, and the silence that voices add
  private static final long LETTER_MS = 130; // twice what an unhurried voice takes
  private static final int DIGIT_LETTERS = 6; // "seven", and the gap before it
  private static final int CAPITAL_LETTERS = 4; // it may be spelled
  private static final int PAUSE_LETTERS = 4;

  private SpokenLength() {}

  static Duration most(String text, double rate) {
    return Duration.ofMillis(SLACK_MS + Math.round(letters(text) * LETTER_MS / rate));
  }

  /** How many letters a text counts for: what is read out takes longer than it is written. */
  static long letters(String text) {
    long letters = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (Character.isDigit(letter)) {
        letters += DIGIT_LETTERS;
      } else if (Character.isUpperCase(letter) || Character.isIdeographic(letter)) {
        letters += CAPITAL_LETTERS;
      } else {
        letters += Character.isLetter(letter) || letter == ' ' ? 1 : PAUSE_LETTERS;
      }
    }
    return letters;
  }

  /** False for a text that has nothing in it to say. */
  static boolean isSomething(String text) {
    return text.chars().anyMatch(Character::isLetterOrDigit);
  }
}
