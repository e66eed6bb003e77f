package org.cordboard.lab.turns;

import java.util.List;
import org.cordboard.speech.turn.Expected;

/**
 * A turn as sound, with what is true of it. Positions are samples of 8 kHz from its first.
 *
 * @param id names its file
 * @param caller who speaks; the turns of one follow each other
 * @param voice {@code human} or the synthesiser's
 * @param kind how it came to be, where turns of several kinds are together; else empty
 * @param expected what was asked for
 * @param words what is said, and where
 * @param pauses silences in it that are no end, and the end
 * @param mulaw the sound; before its first word and after its end there may be silence of the room
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once
record SpokenTurn(
    String id,
    int caller,
    String voice,
    String kind,
    Expected expected,
    List<Word> words,
    List<Pause> pauses,
    byte[] mulaw) {
  /** The voice of a person. */
  static final String HUMAN = "human";

  /** A word. */
  record Word(String text, long from, long to) {}

  /** A silence; the one that is the turn's end has no end of its own. */
  record Pause(long from, long to, boolean end) {}

  /** Where speech ends. */
  long ends() {
    return pauses.get(pauses.size() - 1).from();
  }

  /** The same, counted among another kind. */
  SpokenTurn ofKind(String other) {
    return new SpokenTurn(id, caller, voice, other, expected, words, pauses, mulaw);
  }

  boolean human() {
    return voice.equals(HUMAN);
  }
}
