package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BargeInTest {

  /**
   * {@code V}: voice over a prompt, {@code .}: a prompt alone, {@code v}: voice without a prompt.
   */
  @ParameterizedTest(name = "{0} stops at {1}")
  @CsvSource({
    "VVVVVVVVV, 8", // 180 ms of voice
    "VVVVVVVV, -1", // 160 ms: perhaps a cough
    "VVVVVVVVVVVVVVVVVV, 8", // once, not again
    "VVVV..VVVVVV, 11", // a gap costs half its length
    "VVVV........VVVVVVVV, -1", // old noise is forgotten
    "V.V.V.V.V.V.V.V.V.V.V.V.V.V.V.V.V, 32", // hesitant speech adds up
    "vvvvvvvvvvvvv, -1", // nothing to interrupt
    "vvvvvvvvVVVVVVVV, -1", // voice before the prompt does not count
  })
  void stopsAPromptWhenVoiceIsConfirmed(String frames, int stopsAt) {
    BargeIn bargeIn = new BargeIn(Duration.ofMillis(180));
    int stopped = -1;
    int times = 0;
    for (int i = 0; i < frames.length(); i++) {
      char frame = frames.charAt(i);
      if (bargeIn.next(frame != 'v', frame != '.')) {
        stopped = i;
        times++;
      }
    }
    assertThat(stopped).isEqualTo(stopsAt);
    assertThat(times).isEqualTo(stopsAt < 0 ? 0 : 1);
  }

  @Test
  void theNextPromptCanBeInterruptedToo() {
    BargeIn bargeIn = new BargeIn(Duration.ofMillis(40));
    assertThat(bargeIn.next(true, true)).isFalse();
    assertThat(bargeIn.next(true, true)).isTrue();
    bargeIn.reset();
    assertThat(bargeIn.next(true, true)).isFalse();
    assertThat(bargeIn.next(true, true)).isTrue();
  }
}
