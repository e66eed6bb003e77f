package org.cordboard.dialog.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"481927|481927", "481 927|481927", "48-19|4819", "''|''"})
  void digitsAreWrittenTogether(String number, String written) {
    assertThat(WrittenText.digits(number)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24.90|USD|$24.90",
        "24.9|EUR|€24.90",
        "3.07|GBP|£3.07",
        "1249.00|USD|$1,249.00",
        "99.999|USD|$100.00",
        "0|USD|$0.00",
        "-5.00|USD|-$5.00",
        "12.00|CHF|12.00 CHF",
        "lots|USD|lots",
      })
  void moneyIsWrittenWithItsSign(String amount, String currency, String written) {
    assertThat(WrittenText.money(amount, currency)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05|Monday, January 5",
        "2026-03-22|Sunday, March 22",
        "2026-12-03|Thursday, December 3",
        "soon|soon",
      })
  void datesAreWrittenWithTheirWeekday(String date, String written) {
    assertThat(WrittenText.date(date)).isEqualTo(written);
  }
}
