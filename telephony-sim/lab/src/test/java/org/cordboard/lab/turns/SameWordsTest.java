package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordboard.lab.turns.SpokenTurn.Pause;
import org.cordboard.lab.turns.SpokenTurn.Word;
import org.cordboard.speech.turn.Expected;
import org.junit.jupiter.api.Test;

class SameWordsTest {
  private static final SpokenTurn TURN =
      new SpokenTurn(
          "turn-0001",
          3,
          SpokenTurn.HUMAN,
          "planted",
          Expected.ANYTHING,
          List.of(
              new Word("please", 0, 2_000),
              new Word("hold", 2_000, 4_000),
              new Word("the", 8_000, 9_000),
              new Word("line", 9_000, 11_000)),
          List.of(new Pause(4_000, 8_000, false), new Pause(11_000, 11_000, true)),
          new byte[11_000]);

  @Test
  void aTurnIsCutWhereItsPausesAre() {
    assertThat(SameWords.plan(TURN).stretches())
        .extracting(stretch -> stretch.text() + "|" + stretch.silence().toMillis())
        .containsExactly("please hold|500", "the line|0");
  }
}
