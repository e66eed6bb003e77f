package org.cordboard.gateway.call;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.text.Spoken;

/**
 * What of one prompt the caller has heard: where its words lie in the audio, and how much audio was
 * played. Never claims a word that was not played to its end. Positions in 8 kHz samples of the
 * prompt. Confined to the call's loop.
 */
final class HeardLedger {
  private final String text;
  private final Spoken spoken;
  private final List<Word> words = new ArrayList<>();
  private long audioSamples;
  private boolean audioComplete;

  private record Word(int from, int to, long startSample) {}

  /** Of {@code text}, which the voice is given as {@code spoken}. */
  HeardLedger(String text, Spoken spoken) {
    this.text = text;
    this.spoken = spoken;
  }

  /**
   * The voice says where a word of the text begins; an empty one is the beginning of a sum or date
   * that takes several words to say.
   */
  void word(int from, int to, long startSample) {
    if (from >= 0 && from <= to && to <= text.length()) {
      words.add(new Word(from, to, startSample));
    }
  }

  /** So much audio exists. */
  void audio(long samples) {
    audioSamples += samples;
  }

  /** No more audio will come. */
  void complete() {
    audioComplete = true;
  }

  /** The prefix of the text that was heard when {@code samples} had been played. */
  String heard(long samples) {
    if (audioComplete && samples >= audioSamples) {
      return text;
    }
    return text.substring(0, words.isEmpty() ? byProportion(samples) : byWords(samples))
        .stripTrailing();
  }

  private int byWords(long samples) {
    int end = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      long wordEnd = last ? audioSamples : words.get(i + 1).startSample();
      if (wordEnd > samples || (last && !audioComplete)) {
        break;
      }
      end = words.get(i).to();
    }
    return end;
  }

  /**
   * A guess from what is spoken, since a number of six digits takes as long as a sentence; one word
   * less than the guess, which may be wrong by that.
   */
  private int byProportion(long samples) {
    String said = spoken.text();
    if (audioSamples == 0 || said.isEmpty()) {
      return 0;
    }
    // 15 characters a second when the whole length is not known yet
    double share =
        audioComplete ? (double) samples / audioSamples : samples / 8_000.0 * 15 / said.length();
    int reach = (int) Math.min(said.length(), share * said.length());
    int lastWord = said.lastIndexOf(' ', reach - 1);
    int sure = said.lastIndexOf(' ', lastWord - 1);
    return sure <= 0 ? 0 : wholeWords(spoken.written(sure));
  }

  /** The end of the last word that lies before {@code place}. */
  private int wholeWords(int place) {
    boolean within =
        place > 0
            && place < text.length()
            && text.charAt(place) != ' '
            && text.charAt(place - 1) != ' ';
    return within ? Math.max(0, text.lastIndexOf(' ', place)) : place;
  }
}
