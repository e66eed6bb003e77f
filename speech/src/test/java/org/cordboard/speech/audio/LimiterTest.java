package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimiterTest {
  private static final int RATE_HZ = 8_000;

  @Test
  void whatStaysBelowTheCeilingIsOnlyMadeLouder() {
    float[] raised = Limiter.raised(bursts(0.2), RATE_HZ, 2, 0.9);

    assertThat(raised[1_001]).isCloseTo(2 * bursts(0.2)[1_001], within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 3, 10})
  void noPeakPassesTheCeiling(double gain) {
    for (float sample : Limiter.raised(bursts(0.9), RATE_HZ, gain, 0.9)) {
      assertThat(Math.abs(sample)).isLessThanOrEqualTo(0.9001f);
    }
  }

  @Test
  void theGainNeverJumps() {
    float[] steady = new float[RATE_HZ];
    java.util.Arrays.fill(steady, 0.2f);
    steady[4_000] = 1;
    float[] raised = Limiter.raised(steady, RATE_HZ, 2, 0.9);

    for (int i = 1; i < raised.length; i++) {
      if (i != 4_000 && i != 4_001) {
        assertThat(Math.abs(raised[i] - raised[i - 1])).isLessThan(0.02f);
      }
    }
  }

  @Test
  void fadedEndsBeginAndEndInSilence() {
    float[] steady = new float[800];
    java.util.Arrays.fill(steady, 1);
    Limiter.fade(steady, RATE_HZ, 5);

    assertThat(steady[0]).isLessThan(0.01f);
    assertThat(steady[799]).isLessThan(0.01f);
    assertThat(steady[40]).isEqualTo(1);
    Limiter.fade(new float[0], RATE_HZ, 5);
  }

  private static float[] bursts(double amplitude) {
    float[] bursts = new float[RATE_HZ];
    for (int i = 0; i < bursts.length; i++) {
      double loud = i / 800 % 2 == 0 ? 1 : 0.1;
      bursts[i] = (float) (amplitude * loud * Math.sin(2 * Math.PI * 300 * i / RATE_HZ));
    }
    return bursts;
  }
}
