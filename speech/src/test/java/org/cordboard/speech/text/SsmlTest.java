package org.cordboard.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsmlTest {
  private static final TextReader ENGLISH = TextReader.of(Locale.US).orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello there.|<speak>Hello there.</speak>",
        "R&D says \"hi\".|<speak>R<sub alias=\"and\">&amp;</sub>D says &quot;hi&quot;.</speak>",
        "It is $5.|<speak>It is <sub alias=\"five dollars\">$5</sub>.</speak>",
        "Order 481927.|<speak>Order <say-as interpret-as=\"characters\">481</say-as>"
            + "<break time=\"200ms\"/><say-as interpret-as=\"characters\">927</say-as>.</speak>",
        "Order 4 8 1, 9 2 7.|<speak>Order <say-as interpret-as=\"characters\">481</say-as>"
            + "<break time=\"200ms\"/><say-as interpret-as=\"characters\">927</say-as>.</speak>"
      })
  void aReadingIsMarkedUp(String written, String marked) {
    Spoken spoken = Ssml.of(ENGLISH, written, Lexicon.NONE);

    assertThat(spoken.text()).isEqualTo(marked);
    for (int i = 0; i < spoken.text().length(); i++) {
      assertThat(spoken.written(i)).isBetween(0, spoken.written(i + 1));
    }
    assertThat(spoken.written(spoken.text().length())).isEqualTo(written.length());
  }
}
