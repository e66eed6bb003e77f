package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhisperTest {
  private static final String LONG = "word ".repeat(26).strip();

  @Test
  void sentenceThatDoesNotFitIsLeftOutWhole() {
    assertThat(Whisper.of(List.of("the first", LONG, "the last")))
        .isEqualTo("The first. The last.");
  }

  @Test
  void nothingThatFitsStillTellsThatSomebodyWaits() {
    assertThat(Whisper.of(List.of("", LONG))).isEqualTo("A caller is waiting.");
  }

  @Test
  void digitsTakeAsLongAsWordsAndSumsAndYearsLonger() {
    assertThat(Whisper.cost("refunded $24.90")).isEqualTo(7);
    assertThat(Whisper.cost("due 16 November 2026")).isEqualTo(8);
    assertThat(Whisper.cost("order 4 8 1, 9 2 7")).isEqualTo(7);
    assertThat(Whisper.cost("order 481927")).isEqualTo(7);
    assertThat(Whisper.cost("twenty-four dollars")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Order 4 8 1, 9 2 7, delivered|Order 481927, delivered",
        "due 2026-11-16|due 16 November 2026",
        "due 2026-13-40|due 2026-13-40",
        "1, 2, 3 go|1, 2, 3 go",
      })
  void screenShowsNumbersAndDatesAsPeopleWriteThem(String text, String written) {
    assertThat(Wording.written(text)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order 481927 (the stove): refunded 24.90 USD|order 481927: refunded 24.90 USD",
        "due 2026-11-16|due 16 November 2026",
        "60 days|60 days",
      })
  void earHearsNoAsides(String text, String spoken) {
    assertThat(Wording.spoken(text)).isEqualTo(spoken);
  }
}
