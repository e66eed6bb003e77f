package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void aSentenceIsCutWhenTheNextBegins() {
    Sentences.Cut cut = Sentences.cut("It left us. It is due on Mon", Locale.US);

    assertThat(cut.complete()).containsExactly("It left us.");
    assertThat(cut.rest()).isEqualTo("It is due on Mon");
  }

  @Test
  void aFullStopAtTheEndWaitsForWhatFollows() {
    assertThat(Sentences.cut("It costs 24.", Locale.US).complete()).isEmpty();
  }

  @Test
  void amountsAndAbbreviationsAreNotCut() {
    assertThat(Sentences.cut("It costs 24.90 in all, ask Dr. Miller. Fine? ", Locale.US).complete())
        .containsExactly("It costs 24.90 in all, ask Dr. Miller.", "Fine?");
  }

  @Test
  void aGermanDateIsNotCutAndANumberAtTheEndIs() {
    assertThat(Sentences.cut("Sie ging am Sonntag, 4. Januar ab. Und ", Locale.GERMANY).complete())
        .containsExactly("Sie ging am Sonntag, 4. Januar ab.");
    assertThat(Sentences.cut("Sie ging am 4. Ja", Locale.GERMANY).complete()).isEmpty();
    assertThat(Sentences.cut("Es sind 12. Die anderen ", Locale.GERMANY).complete())
        .containsExactly("Es sind 12.");
    assertThat(Sentences.cut("You have 12. T", Locale.US).complete())
        .containsExactly("You have 12.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | It came on Sept. 3 in the morning. | 1",
        "en-US | Red vs. Blue is what you have, e.g. Boots. | 1",
        "en-US | We are at 12 Pine Ave. in Denver. Come by. | 2",
        "en-US | We are at 12 Pine Ave. Come by. | 2",
        "en-US | That was J. Smith. Anything else? | 2",
        "en-US | So do I. We care. | 2",
        "en-US | 1. Open the box. 2. Press the key. | 2",
        "en-US | The answer is no. It has no. 5 on it. | 2",
        "en-US | Open until 7 p.m. Monday. | 1",
        "de-DE | Das ist Nr. 7, z. B. Zelte, ca. 20 Kunden. | 1",
        "de-DE | Im 3. Stock. Die 2. Mahnung kam am 17. im Mai. | 2",
        "de-DE | Es dauert 2 Std. Wartezeit. Danach geht es. | 2",
        "de-DE | Das waren 5 Mio. Das ist viel. | 2",
        "de-DE | Frau J. Schmidt und Hr. Dr. Vogt kommen am 3. Dann ist zu. | 2",
      })
  void whatReadersReadAsOneWordIsNotCut(Locale language, String text, int sentences) {
    assertThat(Sentences.all(text, language)).hasSize(sentences);
    assertThat(written(text, language)).isEqualTo(Sentences.all(text, language));
  }

  /** What the voice's readers say has no short forms left: it shows where sentences end. */
  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE"})
  void everyRowOfTheReadersTablesIsCutWhereItsSpokenFormEnds(String tag) throws IOException {
    Locale language = Locale.forLanguageTag(tag);
    List<String> rows =
        Files.readAllLines(
            Path.of("../speech/src/test/resources/org/cordboard/speech/text", tag + ".txt"));
    assertThat(rows).hasSizeGreaterThan(80);
    for (String row : rows) {
      String[] parts = row.split("\\|", 2);
      if (!row.startsWith("#") && parts.length == 2) {
        int ends = parts[1].strip().split("(?<=[.!?])\\s+").length;
        assertThat(Sentences.all(parts[0], language)).as(row).hasSize(ends);
        assertThat(written(parts[0], language))
            .as(row)
            .isEqualTo(Sentences.all(parts[0], language));
      }
    }
  }

  /** The sentences of a text that comes sign by sign, as a model writes it. */
  private static List<String> written(String text, Locale language) {
    List<String> sentences = new ArrayList<>();
    String unsaid = "";
    for (char sign : text.toCharArray()) {
      Sentences.Cut cut = Sentences.cut(unsaid + sign, language);
      sentences.addAll(cut.complete());
      unsaid = cut.rest();
    }
    if (!unsaid.isBlank()) {
      sentences.add(unsaid.strip());
    }
    return sentences;
  }

  @Test
  void aLineEndsASentence() {
    assertThat(Sentences.cut("First\nSecond", Locale.US).complete()).containsExactly("First");
  }

  @Test
  void aTextThatIsWholeEndsWithADayOrWithoutAStop() {
    assertThat(Sentences.all("It came on November 16. Anything else?", Locale.US))
        .containsExactly("It came on November 16.", "Anything else?");
    assertThat(Sentences.all("Sent. It came on November 16.", Locale.US))
        .containsExactly("Sent.", "It came on November 16.");
    assertThat(Sentences.all("Nothing", Locale.US)).containsExactly("Nothing");
    assertThat(Sentences.all("", Locale.US)).isEmpty();
  }
}
