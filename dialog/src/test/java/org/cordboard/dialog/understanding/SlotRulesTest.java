package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordboard.dialog.Expecting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "four eight one nine two seven | 481927",
        "it's 481927 | 481927",
        "4-8-1-9-2-7. | 481927",
        "four eighty one nine twenty seven | 481927",
        "double four one oh two seven | 441027",
        "um four eight one, uh, nine two seven | 481927",
        "it's four eight two, no sorry, four eight one nine two seven | 481927",
        "Yes, 481 927. | 481927",
      })
  void orderNumberIsReadHoweverItIsSpoken(String words, String number) {
    assertThat(SlotRules.read(words, Expecting.digits("order_number")))
        .containsEntry("order_number", number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "four eight one nine",
        "my number is 303 555 0142",
        "it cost 481927 dollars",
        "I have two questions",
      })
  void otherNumbersAreNoOrderNumber(String words) {
    assertThat(SlotRules.read(words, Expecting.ANYTHING)).doesNotContainKey("order_number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it was $24.90 | 24.90",
        "twelve hundred dollars | 1200.00",
        "two forty nine dollars | 249.00",
        "one thousand two hundred and fifty dollars | 1250.00",
        "forty bucks and fifty cents | 40.50",
        "$1,899 | 1899.00",
        "two thousand dollar bike | 2000.00",
        "5 grand | 5000.00",
        "fourty five dollars | 45.00",
        "a hundred bucks | 100.00",
      })
  void amountsAreReadWithTwoDecimals(String words, String amount) {
    assertThat(SlotRules.read(words, Expecting.ANYTHING)).containsEntry("amount", amount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jo dot smith at example dot com | jo.smith@example.com",
        "my email is j o h n at gmail dot com | john@gmail.com",
        "it's anna_b@example.org. | anna_b@example.org",
        "kim underscore one two at mail dot example dot com | kim_12@mail.example.com",
      })
  void emailIsReadAsSpoken(String words, String address) {
    assertThat(SlotRules.read(words, Expecting.ANYTHING)).containsEntry("email", address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on march third | --03-03",
        "the 14th of May 2026 | 2026-05-14",
        "twenty first of june | --06-21",
        "I ordered it last Tuesday | last tuesday",
        "tomorrow morning | tomorrow",
        "3/14 | --03-14",
      })
  void datesAreRead(String words, String date) {
    assertThat(SlotRules.read(words, Expecting.ANYTHING)).containsEntry("date", date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"my name is Kim Berger | Kim Berger", "this is Ana calling | Ana"})
  void nameIsReadWhenItIsSaid(String words, String name) {
    assertThat(SlotRules.read(words, Expecting.ANYTHING)).containsEntry("name", name);
  }
}
