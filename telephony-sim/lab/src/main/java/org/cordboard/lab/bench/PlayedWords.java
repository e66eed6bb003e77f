package org.cordboard.lab.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cordboard.speech.scripted.ScriptedReader;

/**
 * Which words of ours a caller heard, read back from a recording of the scripted voice, in order.
 *
 * @param words each of them, whole
 */
record PlayedWords(List<ScriptedReader.HeardWord> words) {
  private static final int FRAME = 160;

  static PlayedWords of(byte[] heard) {
    ScriptedReader reader = new ScriptedReader(0);
    List<ScriptedReader.HeardWord> words = new ArrayList<>();
    for (int at = 0; at + FRAME <= heard.length; at += FRAME) {
      words.addAll(reader.accept(Arrays.copyOfRange(heard, at, at + FRAME)));
    }
    words.addAll(reader.rest());
    return new PlayedWords(List.copyOf(words));
  }

  /** Utterance → how many words were played, counted to the last that was played whole. */
  Map<Integer, Integer> lastWords() {
    Map<Integer, Integer> last = new HashMap<>();
    words.forEach(word -> last.merge(word.utterance(), word.index() + 1, Math::max));
    return last;
  }

  /** The frame in which another utterance begins than the one that was heard at {@code frame}. */
  OptionalInt nextUtterance(int frame) {
    int current = -1;
    for (ScriptedReader.HeardWord word : words) {
      int from = (int) (word.startSample() / FRAME);
      if (from <= frame) {
        current = word.utterance();
      } else if (current >= 0 && word.utterance() != current) {
        return OptionalInt.of(from);
      }
    }
    return OptionalInt.empty();
  }
}
