package org.cordboard.dialog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenDigitsTest {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "481927|481927",
        "481 927|481927",
        "4-8-1-9-2-7|481927",
        "4, 8, 1, 9, 2, 7.|481927",
        "4. 8. 1. 9. 2. 7.|481927",
        "four eight one nine two seven|481927",
        "Four? Eight? One?|481",
        "four eighty one nine twenty seven|481927",
        "four eighty-one nine twenty-seven|481927",
        "forty-eight nineteen|4819",
        "forty eight um nineteen|4819",
        "four eight one, uh, then nine two seven|481927",
        "double four|44",
        "four double eight one|4881",
        "triple seven|777",
        "double oh seven|007",
        "one oh five|105",
        "oh one two|012",
        "nine o nine|909",
        "two thousand twenty six|2026",
        "two thousand and six|2006",
        "twenty twenty six|2026",
        "nineteen hundred|1900",
        "three hundred and five|305",
        "four hundred eighty one thousand nine hundred twenty seven|481927",
        "2 thousand|2000",
        "007|007",
        "twenty zero|200",
        "four and eight and one|481",
        "four one to five|4125",
        "nine ate seven six|9876",
        "+1 (555) 010-4477|15550104477",
        "٤٨١٩|4819",
      })
  void digitsAreReadHoweverTheyAreSaid(String said, String digits) {
    assertThat(SpokenDigits.find(said))
        .extracting(SpokenDigits.Run::digits)
        .containsExactly(digits);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "between 10 and 20 days|10 20",
        "two or three|2 3",
        "4 to 6 weeks|4 6",
        "481926, no, 481927|481926 481927",
        "at five o'clock|5",
        "$24 $30|24 30",
        "the 22nd of 2026|22 2026",
        "oh, 481927|481927",
        "oh 481927|481927",
        "two for you|2",
      })
  void wordsBetweenNumbersPartThem(String said, String digits) {
    assertThat(SpokenDigits.find(said))
        .extracting(SpokenDigits.Run::digits)
        .containsExactly(digits.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"hello there", "oh I see", "for me to go", "double trouble", "o'clock", "''"})
  void plainTalkHoldsNoDigits(String said) {
    assertThat(SpokenDigits.find(said)).isEmpty();
  }

  @Test
  void runKnowsWhereItStandsAndHowItWasSaid() {
    String said = "my number is four eighty-one, 927 please";

    List<SpokenDigits.Run> runs = SpokenDigits.find(said);

    assertThat(runs).hasSize(1);
    assertThat(said.substring(runs.get(0).start(), runs.get(0).end()))
        .isEqualTo("four eighty-one, 927");
    assertThat(runs.get(0).parts())
        .extracting(SpokenDigits.Part::digits)
        .containsExactly("4", "81", "927");
  }
}
