package org.cordboard.dialog.tools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "481927|4 8 1, 9 2 7",
        "481 927|4 8 1, 9 2 7",
        "0012345|0 0 1, 2 3 4, 5",
        "7|7",
        "''|''",
      })
  void digitsAreSaidOneByOneInThrees(String number, String spoken) {
    assertThat(SpokenText.digits(number)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|zero",
        "13|thirteen",
        "20|twenty",
        "21|twenty-one",
        "100|one hundred",
        "101|one hundred and one",
        "481|four hundred and eighty-one",
        "1000|one thousand",
        "1001|one thousand and one",
        "12345|twelve thousand three hundred and forty-five",
        "2000000|two million",
        "2500017|two million five hundred thousand and seventeen",
        "-5|minus five",
        "9999999999|9999999999",
      })
  void numbersAreSaidAsWords(long number, String spoken) {
    assertThat(SpokenText.number(number)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "24.90|EUR|twenty-four euros ninety",
        "24.90|USD|twenty-four dollars and ninety cents",
        "24.05|EUR|twenty-four euros and five cents",
        "1.01|USD|one dollar and one cent",
        "1.00|GBP|one pound",
        "3.07|GBP|three pounds and seven pence",
        "0.90|EUR|ninety cents",
        "0.01|USD|one cent",
        "0.50|GBP|fifty pence",
        "0|USD|zero dollars",
        "1249.00|USD|one thousand two hundred and forty-nine dollars",
        "99.999|USD|one hundred dollars",
        "-5.00|USD|minus five dollars",
        "12.00|CHF|twelve CHF",
        "lots|USD|lots",
      })
  void moneyIsSaidAsPeopleSayIt(String amount, String currency, String spoken) {
    assertThat(SpokenText.money(amount, currency)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05|Monday the fifth of January",
        "2026-02-12|Thursday the twelfth of February",
        "2026-03-22|Sunday the twenty-second of March",
        "2026-05-30|Saturday the thirtieth of May",
        "2026-08-31|Monday the thirty-first of August",
        "2026-09-20|Sunday the twentieth of September",
        "2026-12-03|Thursday the third of December",
        "soon|soon",
      })
  void datesAreSaidWithTheirWeekday(String date, String spoken) {
    assertThat(SpokenText.date(date)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "1,first",
    "2,second",
    "8,eighth",
    "9,ninth",
    "11,eleventh",
    "12,twelfth",
    "13,thirteenth",
    "40,fortieth",
    "99,ninety-ninth"
  })
  void ordinalsFollowTheirNumbers(int number, String spoken) {
    assertThat(SpokenText.ordinal(number)).isEqualTo(spoken);
  }
}
