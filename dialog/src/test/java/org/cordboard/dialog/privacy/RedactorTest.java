package org.cordboard.dialog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {
  private static final Set<SlotForm> NONE = Set.of();
  private static final Set<SlotForm> ORDER = Set.of(SlotForm.digits("order", 6, 6));

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "my PIN is 4819|my PIN is [number]",
        "it is four eight one nine|it is [number]",
        "forty-eight nineteen|[number]",
        "double four, double five|[number]",
        "four um eight uh one then nine.|[number].",
        "order 481927 please|order [number] please",
        "481|481",
        "two lamps and three chairs|two lamps and three chairs",
        "in twenty twenty six|in [number]",
        "in two thousand twenty six|in [number]",
        "that was 2026|that was [number]",
        "it was 24.90|it was 24.90",
        "it was $1,250.00|it was $1,250.00",
        "two thousand dollars|two thousand dollars",
        "my code is 24.90|my code is [number]",
        "four eight one nine dollars|[number] dollars",
        "call me at 10:30|call me at 10:30",
        "my PIN is 10:30|my PIN is [number]",
        "4111 1111 1111 1111|[number]",
        "4111-1111-1111-1111 expires 12/27|[number] expires [number]",
        "call +1 (555) 010-4477 now|call +[number] now",
        "AB48192|AB[number]",
        "mail j.smith@example.com now|mail [e-mail] now",
        "it's john dot smith at gmail dot com thanks|it's [e-mail] thanks",
        "my email is john smith 42 at example.co.uk|my email is [e-mail]",
        "j o h n at g mail dot com|[e-mail]",
        "I looked at example.com|I looked at example.com",
        "meet me at noon|meet me at noon",
      })
  void textIsMaskedWhenNothingIsExpected(String text, String masked) {
    assertThat(Redactor.redact(text, NONE).text()).isEqualTo(masked);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "481927|481927",
        "four eighty one nine twenty seven|four eighty one nine twenty seven",
        "it's 481927, 2 lamps|it's 481927, 2 lamps",
        "481926, no, 481927|481926, no, 481927",
        "my phone is 5550104477|my phone is [number]",
        "48192|[number]",
        "4, 8, 1, 9, 2, 7, 5|[number]",
        "3782 822463 10005|[number]",
        "3782 well 822463 okay 10005|[number] well [number] okay [number]",
        "41 no wait 111111 no wait 11111111|[number] no wait [number] no wait [number]",
        "it was 24.90 for 481927|it was 24.90 for 481927",
      })
  void expectedSlotKeepsItsOwnFormOnly(String text, String masked) {
    assertThat(Redactor.redact(text, ORDER).text()).isEqualTo(masked);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "it is 4|it is [number]",
        "it is four|it is [number]",
        "it is four eight|it is [number]",
        "two lamps|two lamps",
        "order 48 please|order [number] please",
        "j@example.com|[e-mail]",
      })
  void partialsShowNoDigitsAtAll(String text, String masked) {
    assertThat(Redactor.partial(text).text()).isEqualTo(masked);
  }

  @Test
  void placesAreCounted() {
    Redacted redacted = Redactor.redact("4819 is mine, a@b.com too, or is it 5555?", NONE);

    assertThat(redacted)
        .isEqualTo(new Redacted("[number] is mine, [e-mail] too, or is it [number]?", 3));
  }
}
