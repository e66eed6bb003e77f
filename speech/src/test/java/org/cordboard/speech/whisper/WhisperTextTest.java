package org.cordboard.speech.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhisperTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "' Yes.' | Yes.",
        "'[BLANK_AUDIO]' | ''",
        "' (music) Hello there. [noise]' | Hello there.",
        "'*sighs* No.' | No.",
        "' ♪ la ♪ ' | la",
        "'>> Good morning.' | Good morning.",
        "' . . . ' | ''",
        "'- 4-8-1-9-2-7' | 4-8-1-9-2-7",
        "'<|nospeech|> ok' | ok",
        "'[unclosed' | ''",
      })
  void markupIsTakenOff(String raw, String clean) {
    assertThat(WhisperText.clean(raw)).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. Yes. | 1.0 | true",
        "I don't know. I don't know. I don't know. I don't know. | 1.0 | true",
        "one two three four five six seven eight nine ten eleven twelve | 0.5 | true",
        "operator. operator. operator. operator. operator. operator. | 1.2 | true",
        "No no no no | 0.9 | false",
        "zero zero zero zero four | 2.5 | false",
        "I want to speak to a person | 1.6 | false",
        "yes yes | 0.4 | false",
        "that is fine thank you | 0.9 | false",
      })
  void runawayRepetitionIsToldFromHastySpeech(String text, double seconds, boolean runaway) {
    assertThat(WhisperText.runsAway(text, seconds)).isEqualTo(runaway);
  }

  @ParameterizedTest
  @CsvSource({
    "Please refund it. Please refund it., Please refund it.",
    "Please refund it please refund that, Please refund it please refund that",
    "no no no, no no no",
    "bye bye, bye bye",
  })
  void onlyWholeSentencesAreUndoubled(String written, String meant) {
    assertThat(WhisperText.undoubled(written)).isEqualTo(meant);
  }

  @Test
  void filmCreditsAreNoCallers() {
    assertThat(WhisperText.neverSaid("Thanks for watching!")).isTrue();
    assertThat(WhisperText.neverSaid("Thanks for waiting.")).isFalse();
    assertThat(WhisperText.oftenInvented("Thank you.")).isTrue();
    assertThat(WhisperText.oftenInvented("Thank you, that is all.")).isFalse();
    assertThat(WhisperText.oftenInvented("Yes.")).isFalse();
  }
}
