package org.cordboard.lab.turns;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cordboard.lab.turns.Hesitation.Stretch;
import org.cordboard.lab.turns.SpokenTurn.Pause;
import org.cordboard.lab.turns.SpokenTurn.Word;

/**
 * Turns of people once more, the same words and silences, from synthetic voices: how far figures
 * differ because a person speaks, and how far because of what is said. Blocks, as voices do.
 */
final class SameWords {
  private SameWords() {}

  /** The turns of each caller, in order, each caller's by one of {@code voices}. */
  static List<SpokenTurn> said(List<SpokenTurn> turns, TurnVoice speaker, List<String> voices)
      throws IOException {
    TreeMap<Integer, List<SpokenTurn>> callers = new TreeMap<>();
    turns.forEach(turn -> callers.computeIfAbsent(turn.caller(), n -> new ArrayList<>()).add(turn));
    List<SpokenTurn> said = new ArrayList<>();
    for (List<SpokenTurn> theirs : callers.values()) {
      int number = theirs.get(0).caller();
      List<TurnPlan> plans = theirs.stream().map(SameWords::plan).toList();
      String voice = voices.get(number % voices.size());
      List<SpokenTurn> spoken =
          speaker.speak(new TurnPlan.Caller(voice, 1, plans), number, said.size() + 1);
      for (int i = 0; i < spoken.size(); i++) {
        said.add(spoken.get(i).ofKind(theirs.get(i).kind()));
      }
    }
    return said;
  }

  /** What is said in a turn, cut where its pauses are. */
  static TurnPlan plan(SpokenTurn turn) {
    List<Stretch> stretches = new ArrayList<>();
    List<Word> words = turn.words();
    int from = 0;
    for (Pause pause : turn.pauses()) {
      int to = from;
      while (to < words.size() && (pause.end() || words.get(to).to() <= pause.from())) {
        to++;
      }
      if (to > from) {
        String text = String.join(" ", words.subList(from, to).stream().map(Word::text).toList());
        long ms = pause.end() ? 0 : (pause.to() - pause.from()) / 8;
        stretches.add(new Stretch(text, Duration.ofMillis(ms)));
      }
      from = to;
    }
    return new TurnPlan(turn.expected(), stretches);
  }
}
