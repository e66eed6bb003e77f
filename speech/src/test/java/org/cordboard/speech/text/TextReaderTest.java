package org.cordboard.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
  private static final TextReader ENGLISH = TextReader.of(Locale.US).orElseThrow();
  private static final ReadingTable TABLE = new ReadingTable(ENGLISH, "en-US.txt");

  static Stream<String> table() throws IOException {
    return TABLE.lines();
  }

  @ParameterizedTest
  @MethodSource("table")
  void whatIsWrittenIsSpokenAsPeopleSayIt(String line) {
    TABLE.assertSaid(line);
  }

  @ParameterizedTest
  @MethodSource("table")
  void everySpokenPlaceLeadsBackAndNeverBackwards(String line) {
    TABLE.assertEverySpokenPlaceLeadsBackAndNeverBackwards(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How can I help?",
        "Thanks for calling Larkspur Outdoors. This is Robin, an assistant.",
        "I'm sorry, that's something I don't have an answer to.",
        "We're open: come in; bring a friend (or two)!",
        ""
      })
  void wordsStayAsTheyAre(String text) {
    assertThat(ENGLISH.read(text, Lexicon.NONE)).isEqualTo(Spoken.asWritten(text));
  }

  @Test
  void whatIsReadOnceReadsTheSameAgain() throws IOException {
    assertThat(
            table()
                .map(line -> line.substring(line.indexOf('|') + 1))
                .filter(text -> !ENGLISH.read(text, Lexicon.NONE).text().equals(text)))
        .isEmpty();
  }

  @Test
  void eachDigitOfACodeHasItsOwnPlace() {
    Spoken spoken = ENGLISH.read("order 481927.", Lexicon.NONE);

    assertThat(spoken.text()).isEqualTo("order four eight one, nine two seven.");
    assertThat(spoken.written(spoken.text().indexOf("nine"))).isEqualTo(9);
    assertThat(spoken.written(spoken.text().indexOf(" seven"))).isEqualTo(11);
  }

  @Test
  void aSumIsHeardWhenItsLastWordIs() {
    Spoken spoken = ENGLISH.read("It is $24.90 now.", Lexicon.NONE);

    assertThat(spoken.written(spoken.text().indexOf("dollars"))).isEqualTo(6);
    assertThat(spoken.written(spoken.text().indexOf("cents") + 5)).isEqualTo(12);
  }

  @Test
  void theLexiconGoesBeforeTheRules() {
    Lexicon lexicon = new Lexicon(Map.of("UPS", "you pee ess", "X200", "ex two hundred"));

    assertThat(ENGLISH.read("Sent by UPS: an X200.", lexicon).text())
        .isEqualTo("Sent by you pee ess: an ex two hundred.");
  }

  @Test
  void aCountryWithoutATableTakesItsLanguages() {
    assertThat(TextReader.of(Locale.UK)).contains(ENGLISH);
    assertThat(TextReader.of(Locale.FRANCE)).isEmpty();
    assertThat(TextReader.languages()).containsExactly("en-US", "de-DE");
  }

  @Test
  void withoutATableOnlyTheLexiconChangesAnything() {
    TextReader plain = TextReader.plain(Locale.GERMANY);

    assertThat(plain.read("AI kostet 5 €.", new Lexicon(Map.of("AI", "Ei Ei"))).text())
        .isEqualTo("Ei Ei kostet 5 €.");
  }

  @Test
  void aLongTextOfSignsIsReadInNoTime() {
    String long1 = "1-2.3/4:5,".repeat(300) + "a@".repeat(300) + "A1-".repeat(300);

    assertThat(ENGLISH.read(long1, Lexicon.NONE).text()).isNotEmpty();
  }
}
