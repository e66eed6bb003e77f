package org.cordboard.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {
  private final Lexicon lexicon =
      new Lexicon(Map.of("AI", "A eye", "e-bike", "ee bike", "e-bikes", "ee bikes"));

  @Test
  void wholeWordsAreSpokenAsTheLexiconSays() {
    assertThat(read("I am an AI. Our e-bikes, an e-bike and AIR.", lexicon).text())
        .isEqualTo("I am an A eye. Our ee bikes, an ee bike and AIR.");
  }

  @Test
  void anEntryInLowerCaseStandsForAnyCaseAndOneWithACapitalForItself() {
    assertThat(read("E-bikes and E-BIKE, Ai and AI.", lexicon).text())
        .isEqualTo("ee bikes and ee bike, Ai and A eye.");
  }

  @Test
  void placesInTheSpokenTextLeadBackToTheWrittenOne() {
    Spoken spoken = read("an AI here", lexicon);

    assertThat(spoken.text()).isEqualTo("an A eye here");
    assertThat(spoken.written(3)).isEqualTo(3);
    assertThat(spoken.written(8)).isEqualTo(5);
    assertThat(spoken.written(9)).isEqualTo(6);
    assertThat(spoken.written(13)).isEqualTo(10);
  }

  @Test
  void anEmptyLexiconChangesNothing() {
    assertThat(read("Hello there.", Lexicon.NONE)).isEqualTo(Spoken.asWritten("Hello there."));
  }

  private static Spoken read(String written, Lexicon lexicon) {
    return TextReader.plain(Locale.US).read(written, lexicon);
  }
}
