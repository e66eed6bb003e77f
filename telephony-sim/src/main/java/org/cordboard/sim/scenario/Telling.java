package org.cordboard.sim.scenario;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cordboard.sim.party.Words;

/** Which words of an answer tell that the caller was understood. Pure. */
final class Telling {
  private static final int MOST = 5;
  private static final int SHORTEST = 5;
  private static final Set<String> COMMON =
      Set.of(
          "about",
          "again",
          "anything",
          "could",
          "going",
          "please",
          "right",
          "sorry",
          "thank",
          "thanks",
          "their",
          "there",
          "thing",
          "would",
          "you're",
          "youre",
          "moment");

  /** They are others on another day. */
  private static final String DATED =
      "(mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|"
          + "january|february|march|april|august|september|october|november|december";

  private Telling() {}

  /** Some words of what the AI said from {@code from} on until the caller spoke again. */
  static Set<String> words(List<RecordedCall.Event> talk, int from) {
    Set<String> words = new TreeSet<>();
    for (int i = from; i < talk.size() && talk.get(i).caller().isEmpty(); i++) {
      for (String word : Words.plain(talk.get(i).machine().orElse("")).split(" ")) {
        boolean telling = word.length() >= SHORTEST && word.matches("[a-z]+");
        boolean usual = COMMON.contains(word) || word.matches(DATED);
        if (telling && !usual && words.size() < MOST) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
