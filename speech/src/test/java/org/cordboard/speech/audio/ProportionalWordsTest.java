package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordboard.speech.audio.ProportionalWords.Place;
import org.junit.jupiter.api.Test;

class ProportionalWordsTest {

  @Test
  void eachWordTakesTheShareOfItsLetters() {
    assertThat(ProportionalWords.of("one – three!", 1_200))
        .containsExactly(new Place(0, 3, 0), new Place(6, 12, 600));
  }

  @Test
  void whatHoldsNoWordHasNoPlaces() {
    assertThat(ProportionalWords.of("", 100)).isEmpty();
    assertThat(ProportionalWords.of(" … — ", 100)).isEmpty();
  }
}
