package org.cordboard.lab.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cordboard.speech.audio.Pcm;

/** Recordings for tests: buzzes for words, in the noise of a room. */
final class Spoken {
  static final double ROOM = 20; // standard deviation of the noise, 16-bit
  private static final int LOUD = 4_000;

  private final Random random = new Random(5);
  private final List<short[]> pieces = new ArrayList<>();

  static Spoken recording() {
    return new Spoken();
  }

  Spoken silence(int ms) {
    return piece(ms, 0);
  }

  Spoken word(int ms) {
    return piece(ms, LOUD);
  }

  private Spoken piece(int ms, int loud) {
    short[] piece = new short[ms * 8];
    for (int i = 0; i < piece.length; i++) {
      double hum = loud * Math.sin(2 * Math.PI * 600 * i / 8_000);
      piece[i] = Pcm.clip(hum + ROOM * random.nextGaussian());
    }
    pieces.add(piece);
    return this;
  }

  short[] sound() {
    short[] sound = new short[pieces.stream().mapToInt(piece -> piece.length).sum()];
    int at = 0;
    for (short[] piece : pieces) {
      System.arraycopy(piece, 0, sound, at, piece.length);
      at += piece.length;
    }
    return sound;
  }

  SpokenClip clip(String name, String text) {
    return new SpokenClip(name, "anna", text, List.of(), sound());
  }

  /** One word a recording, as long as its letters. */
  static SpokenClip one(String word) {
    return recording().silence(300).word(120 + 60 * word.length()).silence(400).clip(word, word);
  }
}
