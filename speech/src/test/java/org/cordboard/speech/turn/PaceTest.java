package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void aCallerOfWhomNothingIsKnownHasTheUsualPace() {
    assertThat(Pace.USUAL.factor()).isEqualTo(1);
    assertThat(Pace.USUAL.met(4_000).factor()).isEqualTo(1); // 500 ms
  }

  @Test
  void longPausesMakeItSlowerAndShortOnesQuicker() {
    assertThat(Pace.USUAL.met(8_000).factor()).isBetween(1.1, 1.3);
    assertThat(Pace.USUAL.met(1_600).factor()).isBetween(0.8, 0.9);
  }

  @Test
  void itIsNeverFarFromTheUsual() {
    Pace slow = Pace.USUAL;
    Pace quick = Pace.USUAL;
    for (int i = 0; i < 100; i++) {
      slow = slow.met(15_000);
      quick = quick.met(100);
    }
    assertThat(slow.factor()).isEqualTo(1.6);
    assertThat(quick.factor()).isEqualTo(0.8);
  }

  @Test
  void whoWasAwayDidNotPause() {
    assertThat(Pace.USUAL.met(80_000)).isEqualTo(Pace.USUAL);
  }
}
