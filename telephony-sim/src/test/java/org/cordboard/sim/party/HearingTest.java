package org.cordboard.sim.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cordboard.speech.audio.MuLaw;
import org.junit.jupiter.api.Test;

/** For how long the other side has been speaking, frame by frame. */
class HearingTest {
  private static final int FRAME = 160;
  private final Hearing hearing = new Hearing(EarSettings.USUAL);

  private void hear(int frames, byte code) {
    byte[] frame = new byte[FRAME];
    Arrays.fill(frame, code);
    for (int i = 0; i < frames; i++) {
      hearing.accept(frame);
    }
  }

  @Test
  void aPauseIsNoSpeech() {
    hear(50, (byte) 0x80);
    assertThat(hearing.spokenMs()).isEqualTo(1_000);

    hear(40, MuLaw.SILENCE);
    assertThat(hearing.speaking()).isTrue();
    assertThat(hearing.spokenMs()).isEqualTo(1_000);

    hear(1, (byte) 0x80);
    assertThat(hearing.spokenMs()).isEqualTo(1_820);
  }

  @Test
  void itIsOverWithTheTurn() {
    hear(50, (byte) 0x80);
    hear(45, MuLaw.SILENCE);
    assertThat(hearing.speaking()).isFalse();
    assertThat(hearing.spokenMs()).isZero();
  }
}
