package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon lexicon =
      new Lexicon(Map.of("AI", "A eye", "e-bike", "ee bike", "e-bikes", "ee bikes"));

  @Test
  void wholeWordsAreSpokenAsTheLexiconSays() {
    assertThat(lexicon.speak("I am an AI. E-bikes, e-bikes and AIR.").text())
        .isEqualTo("I am an A eye. E-bikes, ee bikes and AIR.");
  }

  @Test
  void placesInTheSpokenTextLeadBackToTheWrittenOne() {
    Lexicon.Spoken spoken = lexicon.speak("an AI here");

    assertThat(spoken.text()).isEqualTo("an A eye here");
    assertThat(spoken.written(3)).isEqualTo(3);
    assertThat(spoken.written(8)).isEqualTo(5);
    assertThat(spoken.written(9)).isEqualTo(6);
    assertThat(spoken.written(13)).isEqualTo(10);
  }

  @Test
  void anEmptyLexiconChangesNothing() {
    assertThat(Lexicon.NONE.speak("Hello there.").text()).isEqualTo("Hello there.");
  }
}
