package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordboard.lab.turns.SpokenClip.After;
import org.cordboard.lab.turns.SpokenClip.Written;
import org.junit.jupiter.api.Test;

class SpokenClipTest {
  @Test
  void wordsAreReadWithWhatIsWrittenBehindThem() {
    assertThat(SpokenClip.words("Please press 1, or say \"don't\"...  Thank you!"))
        .containsExactly(
            new Written("please", After.NOTHING),
            new Written("press", After.NOTHING),
            new Written("1", After.COMMA),
            new Written("or", After.NOTHING),
            new Written("say", After.NOTHING),
            new Written("don't", After.COMMA),
            new Written("thank", After.NOTHING),
            new Written("you", After.STOP));
  }

  @Test
  void notesAreNoWords() {
    assertThat(SpokenClip.words("[sound of monkeys] <beep>")).isEqualTo(List.of());
    assertThat(SpokenClip.words("at [@]")).containsExactly(new Written("at", After.NOTHING));
  }

  @Test
  void aFigureTakesAsLongAsTheWordItIsReadAs() {
    assertThat(new Written("500", After.NOTHING).letters())
        .isGreaterThan(new Written("hundred", After.NOTHING).letters());
  }
}
