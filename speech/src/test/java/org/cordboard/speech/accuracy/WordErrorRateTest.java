package org.cordboard.speech.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordErrorRateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | Yes. | 0",
        "yes | | 1",
        "hello there | Hello, bear! | 1",
        "where is my order | where my order is | 2",
        "four eight one nine | 4-8-1-9 | 0",
        "four eight one nine | 481 9 | 0",
        "twenty five | 25 | 0",
        "twenty | 20 | 0",
        "nineteen | 19 | 0",
        "one thousand | 1,000 | 3", // amounts are words, not digits
        "ok don't | Okay, don’t | 0",
        "a b c | a x b c | 1",
      })
  void countsWhatAListenerWouldCallAnError(String said, String heard, int errors) {
    assertThat(WordErrorRate.of(said, heard == null ? "" : heard).errors()).isEqualTo(errors);
  }

  @Test
  void ratesAddUpByWords() {
    WordErrorRate both = WordErrorRate.of("yes", "no").plus(WordErrorRate.of("a b c", "a b c"));
    assertThat(both.percent()).isCloseTo(25, within(1e-9));
    assertThat(WordErrorRate.NONE.percent()).isZero();
    assertThat(WordErrorRate.of("", "thank you").percent()).isEqualTo(100);
  }
}
