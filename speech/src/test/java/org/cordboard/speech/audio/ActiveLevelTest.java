package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ActiveLevelTest {
  private static final int RATE_HZ = 8_000;

  @Test
  void aSteadyToneHasTheLevelOfItsPower() {
    assertThat(ActiveLevel.of(tone(4, 0.1), RATE_HZ)).isCloseTo(-23.0, within(0.2));
  }

  @Test
  void pausesDoNotLowerTheLevel() {
    float[] half = Arrays.copyOf(tone(4, 0.1), 8 * RATE_HZ); // then four seconds of nothing
    ActiveLevel level = new ActiveLevel(RATE_HZ);
    level.accept(half);

    assertThat(level.dbov()).isCloseTo(-23.2, within(0.3));
    assertThat(level.activity()).isCloseTo(0.53, within(0.03));
  }

  @Test
  void twiceTheAmplitudeIsSixDecibels() {
    double soft = ActiveLevel.of(tone(2, 0.05), RATE_HZ);

    assertThat(ActiveLevel.of(tone(2, 0.1), RATE_HZ) - soft).isCloseTo(6.02, within(0.05));
  }

  @Test
  void silenceHasNone() {
    assertThat(ActiveLevel.of(new float[RATE_HZ], RATE_HZ)).isEqualTo(-100);
  }

  @Test
  void chunksMeasureAsTheWhole() {
    float[] whole = tone(2, 0.1);
    ActiveLevel level = new ActiveLevel(RATE_HZ);
    for (int from = 0; from < whole.length; from += 333) {
      level.accept(Arrays.copyOfRange(whole, from, Math.min(whole.length, from + 333)));
    }

    assertThat(level.dbov()).isEqualTo(ActiveLevel.of(whole, RATE_HZ));
  }

  private static float[] tone(int seconds, double amplitude) {
    float[] tone = new float[seconds * RATE_HZ];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * 440 * i / RATE_HZ));
    }
    return tone;
  }
}
