package org.cordboard.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanReaderTest {
  private static final TextReader GERMAN = TextReader.of(Locale.GERMANY).orElseThrow();
  private static final ReadingTable TABLE = new ReadingTable(GERMAN, "de-DE.txt");

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
        "Wie kann ich helfen?",
        "Guten Tag, hier ist Larkspur Outdoors.",
        "Es tut mir leid, darauf habe ich keine Antwort.",
        "Wir haben auf: kommen Sie gern (auch zu zweit)!",
        ""
      })
  void wordsStayAsTheyAre(String text) {
    assertThat(GERMAN.read(text, Lexicon.NONE)).isEqualTo(Spoken.asWritten(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, null",
    "1, eins",
    "16, sechzehn",
    "17, siebzehn",
    "30, dreißig",
    "61, einundsechzig",
    "100, einhundert",
    "101, einhunderteins",
    "1001, eintausendeins",
    "21000, einundzwanzigtausend",
    "101000, einhunderteintausend",
    "1000000, eine Million",
    "2000001, zwei Millionen eins",
    "1000000000, eine Milliarde",
    "-5, minus fünf"
  })
  void numbersAreOneWordBelowAMillion(long value, String words) {
    assertThat(GermanNumbers.cardinal(value)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "1, erst",
    "2, zweit",
    "3, dritt",
    "7, siebt",
    "8, acht",
    "12, zwölft",
    "13, dreizehnt",
    "17, siebzehnt",
    "20, zwanzigst",
    "21, einundzwanzigst",
    "28, achtundzwanzigst",
    "31, einunddreißigst",
    "100, einhundertst",
    "101, einhunderterst"
  })
  void ordinalsAwaitTheirEnding(long value, String words) {
    assertThat(GermanNumbers.ordinal(value)).isEqualTo(words);
  }

  @Test
  void whatIsReadOnceReadsTheSameAgain() throws IOException {
    assertThat(
            table()
                .map(line -> line.substring(line.indexOf('|') + 1))
                .filter(text -> !GERMAN.read(text, Lexicon.NONE).text().equals(text)))
        .isEmpty();
  }

  @Test
  void aLongTextOfSignsIsReadInNoTime() {
    String long1 = "1-2.3/4:5,".repeat(300) + "a@".repeat(300) + "A1-".repeat(300);

    assertThat(GERMAN.read(long1, Lexicon.NONE).text()).isNotEmpty();
  }

  @Test
  void everyCountryOfTheLanguageHasTheReader() {
    assertThat(TextReader.of(Locale.forLanguageTag("de-AT"))).contains(GERMAN);
  }
}
