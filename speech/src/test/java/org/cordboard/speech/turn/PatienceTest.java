package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordboard.config.Settings;
import org.cordboard.speech.turn.Expected.Form;
import org.cordboard.speech.wiring.SpeechSettings;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final EndpointingSettings SETTINGS =
      SpeechSettings.of(Settings.parse("")).endpointing();
  private static final Patience PATIENCE = new Patience(SETTINGS);
  private static final Pace SLOW = Pace.USUAL.met(12_000);

  @Test
  void theMoreDoubtTheMoreSilence() {
    long whole = silence(Completeness.COMPLETE, Form.FREE, Pace.USUAL);
    long likely = silence(Completeness.open(0.2), Form.FREE, Pace.USUAL);
    long doubtful = silence(Completeness.open(0.9), Form.FREE, Pace.USUAL);
    long hold = silence(Completeness.HOLD, Form.FREE, Pace.USUAL);
    assertThat(whole).isEqualTo(SETTINGS.completeEnd().toMillis() * 8).isLessThan(likely);
    assertThat(likely).isLessThan(doubtful);
    assertThat(doubtful).isLessThan(hold);
    assertThat(silence(Completeness.open(0), Form.FREE, Pace.USUAL)).isEqualTo(whole);
  }

  @Test
  void aSlowCallerIsWaitedForLongerUnlessTheTurnIsWhole() {
    assertThat(silence(Completeness.HOLD, Form.FREE, SLOW))
        .isGreaterThan(silence(Completeness.HOLD, Form.FREE, Pace.USUAL));
    assertThat(silence(Completeness.PARTLY, Form.DIGITS, SLOW))
        .isGreaterThan(silence(Completeness.PARTLY, Form.DIGITS, Pace.USUAL));
    assertThat(silence(Completeness.COMPLETE, Form.DIGITS, SLOW))
        .isEqualTo(silence(Completeness.COMPLETE, Form.DIGITS, Pace.USUAL));
  }

  @Test
  void withoutWordsTheFormDecides() {
    assertThat(silence(Completeness.UNHEARD, Form.YES_NO, SLOW))
        .isEqualTo(SETTINGS.yesNoEnd().toMillis() * 8);
    assertThat(silence(Completeness.UNHEARD, Form.EMAIL, SLOW))
        .isEqualTo(SETTINGS.spellingEnd().toMillis() * 8);
  }

  private static long silence(Completeness words, Form form, Pace pace) {
    return PATIENCE.silence(words, Expected.of(form), pace);
  }
}
