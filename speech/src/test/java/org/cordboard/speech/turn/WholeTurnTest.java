package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.cordboard.speech.turn.Completeness.Kind;
import org.cordboard.speech.turn.Expected.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeTurnTest {
  private static final Optional<TurnLanguage> ENGLISH = TurnLanguage.load(Locale.US);
  private static final WholeTurn WHOLE = new WholeTurn(ENGLISH);

  @ParameterizedTest(name = "{0}, {1} to {2}: {3}")
  @CsvSource({
    "DIGITS, 6, 6, 'four eight one nine two seven', COMPLETE",
    "DIGITS, 6, 6, '481927', COMPLETE",
    "DIGITS, 6, 6, '4, 8, 1, 9, 2, 7.', COMPLETE",
    "DIGITS, 6, 6, '4, 8, 1, 9, 2, 7,', COMPLETE", // as Whisper writes digits that are read slowly
    "DIGITS, 6, 6, '4, 8, 1,', HOLD",
    "DIGITS, 6, 6, '4, 8, 1, 9, 2, 7, um', HOLD",
    "DIGITS, 0, 0, '4, 8, 1, 9,', PARTLY",
    "FREE, 0, 0, 'my number is 4, 8, 1,', PARTLY",
    "FREE, 0, 0, 'i have ordered 2,', HOLD",
    "DIGITS, 6, 6, 'it is forty eight nineteen twenty seven', COMPLETE",
    "DIGITS, 6, 6, 'four eight one', HOLD", // half of it
    "DIGITS, 6, 6, 'four eight one nine two', HOLD", // the last is looked up
    "DIGITS, 6, 6, 'my order number is', HOLD",
    "DIGITS, 6, 6, 'four double', HOLD",
    "DIGITS, 4, 4, 'double four double two', COMPLETE",
    "DIGITS, 4, 8, 'one two three four five', PARTLY", // may be all of it
    "DIGITS, 0, 0, 'one two three four five', PARTLY",
    "DIGITS, 6, 6, 'i do not have it here', OPEN",
    "YES_NO, 0, 0, 'yes', OPEN", // "please" may follow
    "YES_NO, 0, 0, 'Yes, please.', COMPLETE",
    "YES_NO, 0, 0, 'no, thank you', COMPLETE",
    "YES_NO, 0, 0, 'yes but', HOLD",
    "YES_NO, 0, 0, 'please', HOLD", // no answer yet
    "EMAIL, 0, 0, 'john dot smith at example dot com', COMPLETE",
    "EMAIL, 0, 0, 'john.smith@example.com', COMPLETE",
    "EMAIL, 0, 0, 'john dot smith at', PARTLY",
    "NAME, 0, 0, 'john', PARTLY",
    "SPELLING, 0, 0, 's m i t', PARTLY",
    "SPELLING, 5, 5, 's m i t h', COMPLETE",
    "FREE, 0, 0, 'where is my order um', HOLD",
    "FREE, 0, 0, 'i want to', HOLD",
    "FREE, 0, 0, 'what', HOLD",
    "FREE, 0, 0, 'billing', OPEN",
    "FREE, 0, 0, 'the thing is', HOLD",
    "FREE, 0, 0, 'can i send it back and', HOLD",
    "FREE, 0, 0, 'I was going to...', HOLD", // as a recogniser writes it
    "FREE, 0, 0, 'my number is four eight one', PARTLY",
  })
  void knowsTheFormThatIsExpected(Form form, int least, int most, String words, Kind kind) {
    Completeness found = WHOLE.judge(TurnWords.of(words), new Expected(form, least, most));
    assertThat(found.kind()).isEqualTo(kind);
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource({
    "where is my, where is my order",
    "how long does delivery, how long does delivery take",
    "i would like to know what the balance on, i would like to know my account balance",
    "can you tell me how, can you tell me how long the warranty is",
    "please um cancel, please um cancel my order",
    "are there discounts, are there discounts?",
  })
  void aBeginningIsMoreDoubtfulThanAWholeSentence(String beginning, String whole) {
    Completeness first = WHOLE.judge(TurnWords.of(beginning), Expected.ANYTHING);
    Completeness second = WHOLE.judge(TurnWords.of(whole), Expected.ANYTHING);
    assertThat(first.doubt()).isGreaterThan(second.doubt());
    assertThat(second.likely()).isTrue();
  }

  @Test
  void hesitationWithinDoesNotMakeASentenceDoubtful() {
    Completeness fluent = WHOLE.judge(TurnWords.of("where is my order"), Expected.ANYTHING);
    Completeness hesitant =
        WHOLE.judge(TurnWords.of("where is uh where is my um order"), Expected.ANYTHING);
    assertThat(hesitant).isEqualTo(fluent);
  }

  @Test
  void aLanguageWithoutListsSaysNothing() {
    assertThat(TurnLanguage.load(Locale.KOREAN)).isEmpty();
    WholeTurn none = new WholeTurn(Optional.empty());
    assertThat(none.judge(TurnWords.of("um"), Expected.ANYTHING)).isEqualTo(Completeness.UNHEARD);
    assertThat(WHOLE.judge(TurnWords.of(" ... "), Expected.ANYTHING))
        .isEqualTo(Completeness.UNHEARD);
  }
}
