package org.cordboard.gateway.call;

import java.util.ArrayList;
import java.util.List;

/**
 * What of one prompt the caller has heard: where its words lie in the audio, and how much audio was
 * played. Never claims a word that was not played to its end. Positions in 8 kHz samples of the
 * prompt. Confined to the call's loop.
 */
final class HeardLedger {
  private final String text;
  private final List<Spoken> words = new ArrayList<>();
  private long audioSamples;
  private boolean audioComplete;

  private record Spoken(int from, int to, long startSample) {}

  HeardLedger(String text) {
    this.text = text;
  }

  /**
   * The voice says where a word of the text begins; an empty one is the beginning of a sum or date
   * that takes several words to say.
   */
  void word(int from, int to, long startSample) {
    if (from >= 0 && from <= to && to <= text.length()) {
      words.add(new Spoken(from, to, startSample));
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

  private int byProportion(long samples) {
    if (audioSamples == 0) {
      return 0;
    }
    // 15 characters a second when the whole length is not known yet
    double share =
        audioComplete
            ? (double) samples / audioSamples
            : samples / 8_000.0 * 15 / Math.max(1, text.length());
    int reach = (int) Math.min(text.length(), share * text.length());
    int space = text.lastIndexOf(' ', Math.max(0, reach - 1));
    return reach >= text.length() ? text.length() : Math.max(0, space);
  }
}
