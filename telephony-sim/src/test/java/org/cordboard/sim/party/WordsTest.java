package org.cordboard.sim.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Four, eight one. Nine, two seven.|481927",
        "4-8-1-9-2-7|481927",
        "Order 481 927 has shipped.|order 481927 has shipped",
        "oh, I see|oh i see",
        "three oh five eight one six|305816",
        "One moment, please.|one moment please",
        "Press 1 to take it|press one to take it",
        "That's $24.90, right?|thats 24.90 right",
        "twenty four dollars and ninety cents|24 dollars and 90 cents",
        "within thirty days|within 30 days",
        "1,250 euros|1250 euros",
        "Ich höre Sie – 60 Tage, schöne Grüße!|ich höre sie 60 tage schöne grüße",
        "[music] (bell)|''",
      })
  void heardWordsTakeOnePlainForm(String heard, String plain) {
    assertThat(Words.plain(heard)).isEqualTo(plain);
  }
}
