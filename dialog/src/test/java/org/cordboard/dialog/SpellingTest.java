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
    assertThat(Spelling.lastValue(List.of("About order 730154.", text), Locale.US))
        .contains(value == null ? "730154" : value);
  }

  @Test
  void nothingToSpellIsNothing() {
    assertThat(Spelling.lastValue(List.of("How can I help?"), Locale.US)).isEmpty();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bö-7|B wie Berlin, Ö wie Umlaut Offenbach, Bindestrich, 7",
        "481|4, 8, 1",
        "zoe@x.de|Z wie Zwickau, O wie Offenbach, E wie Essen, at, X wie Xanten, Punkt,"
            + " D wie Düsseldorf, E wie Essen"
      })
  void germanTakesTheTownsOfDin5009(String value, String spelled) {
    assertThat(Spelling.spelled(value, Locale.GERMANY)).isEqualTo(spelled);
  }

  @Test
  void aGermanNounIsNotTakenForAName() {
    List<String> texts = List.of("Ihre Bestellung AB12 ist unterwegs. Danke für Ihre Geduld.");
    assertThat(Spelling.lastValue(texts, Locale.GERMANY)).contains("AB12");
  }

  @Test
  void aLanguageWithoutAnAlphabetSpellsLetterByLetter() {
    assertThat(Spelling.spelled("ab1", Locale.JAPAN)).isEqualTo("A, B, 1");
  }
}
