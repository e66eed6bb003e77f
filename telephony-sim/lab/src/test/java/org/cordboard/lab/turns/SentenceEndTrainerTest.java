package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.turn.SentenceEnds;
import org.junit.jupiter.api.Test;

class SentenceEndTrainerTest {
  @Test
  void learnsWhichWordsEndASentence() {
    List<String> sentences = new ArrayList<>();
    for (String wish : List.of("send", "find", "cancel", "return", "change", "check")) {
      for (String thing : List.of("order", "parcel", "refund", "card")) {
        sentences.add("please " + wish + " my " + thing);
        sentences.add("i want to " + wish + " the " + thing);
      }
    }
    SentenceEnds ends = new SentenceEnds(SentenceEndTrainer.learn(sentences, 1));
    assertThat(ends.score(List.of("please", "keep", "my", "order"))).isPositive();
    assertThat(ends.score(List.of("please", "keep", "my"))).isNegative();
    assertThat(SentenceEndTrainer.learn(sentences, 1))
        .isEqualTo(SentenceEndTrainer.learn(sentences, 1));
  }

  @Test
  void theTextsOfTheCorpusAreApartFromEachOther() {
    assertThat(TurnPlans.texts("tune"))
        .hasSize(450)
        .doesNotContainAnyElementsOf(TurnPlans.texts("report"));
    assertThat(TurnPlans.texts("report")).hasSize(900);
  }

  @Test
  void callersAreDrawnFromTheSeed() {
    List<String> texts = TurnPlans.texts("tune");
    assertThat(TurnPlans.draw(texts, 40, 2)).isEqualTo(TurnPlans.draw(texts, 40, 2)).hasSize(5);
    assertThat(TurnPlans.draw(texts, 40, 3)).isNotEqualTo(TurnPlans.draw(texts, 40, 2));
  }
}
