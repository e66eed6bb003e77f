package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write to bo.x@shop.com, please.|bo.x@shop.com",
        "Order 481927, the camping stove, was delivered.|481927",
        "Your code is AB12-3C.|AB12-3C",
        "Our store is in Denver.|Denver",
        "You are talking to Larkspur Outdoors.|Larkspur Outdoors",
        "Done. Thanks for waiting.|",
        "Is there anything else I can do?|",
        "I'm an AI assistant.|"
      })
  void whatPeopleWriteDownIsFound(String text, String value) {
    assertThat(Spelling.lastValue(List.of("About order 730154.", text)))
        .contains(value == null ? "730154" : value);
  }

  @Test
  void nothingToSpellIsNothing() {
    assertThat(Spelling.lastValue(List.of("How can I help?"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bo-7|B as in Bravo, O as in Oscar, dash, 7",
        "481|4, 8, 1",
        "jo@x.com|J as in Juliet, O as in Oscar, at, X as in X-ray, dot, C as in Charlie,"
            + " O as in Oscar, M as in Mike"
      })
  void lettersAreSaidWithAWordThatBeginsWithThem(String value, String spelled) {
    assertThat(Spelling.spelled(value, Locale.US)).isEqualTo(spelled);
  }

  @Test
  void aLanguageWithoutAnAlphabetSpellsLetterByLetter() {
    assertThat(Spelling.spelled("ab1", Locale.JAPAN)).isEqualTo("A, B, 1");
  }
}
