package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FadeTest {
  private static final byte[] LOUD = new byte[160];

  static {
    Arrays.fill(LOUD, MuLaw.encode((short) 8_000));
  }

  @Test
  void gainChangesInSmallStepsAndStays() {
    byte[] softer = Fade.over(LOUD, 1, 0.25);
    assertThat((int) MuLaw.decode(softer[0])).isBetween(7_500, 8_100);
    assertThat((int) MuLaw.decode(softer[159])).isBetween(1_900, 2_100);
    for (int i = 1; i < softer.length; i++) {
      int step = MuLaw.decode(softer[i - 1]) - MuLaw.decode(softer[i]);
      assertThat(step).isBetween(0, 600); // a step of μ-law at this level is 256 or 512
    }
  }

  @Test
  void fadingOutEndsInSilence() {
    byte[] out = Fade.out(LOUD, 0.5);
    assertThat((int) MuLaw.decode(out[159])).isZero();
    assertThat((int) MuLaw.decode(out[80])).isBetween(1_800, 2_200);
  }

  @Test
  void fullVolumeIsLeftAlone() {
    assertThat(Fade.over(LOUD, 1, 1)).isSameAs(LOUD);
  }
}
