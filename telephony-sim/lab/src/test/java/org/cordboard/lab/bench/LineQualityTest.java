package org.cordboard.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineQualityTest {

  @Test
  void knownNoiseIsMeasuredAsWhatItIs() {
    Random random = new Random(7);
    float[] clean = new float[8_000];
    float[] noisy = new float[8_000];
    for (int n = 0; n < clean.length; n++) {
      clean[n] = (float) (0.3 * Math.sin(0.4 * n));
      noisy[n] = clean[n] + (float) (0.003 * random.nextGaussian());
    }

    assertThat(LineQuality.snr(clean, noisy)).isCloseTo(37, within(0.5)); // 20 log (0.212 / 0.003)
  }

  @Test
  void everyGoalOfTheLineIsMetBySpeechLikeSound() {
    Random random = new Random(3);
    float[] speech = new float[16_000];
    for (int n = 0; n < speech.length; n++) {
      double loud = 0.5 + 0.5 * Math.sin(n / 900.0);
      double voice =
          Math.sin(0.1 * n) + 0.5 * Math.sin(0.4 * n) + 0.2 * Math.sin(1.1 * n + random.nextInt(2));
      speech[n] = (float) (0.15 * loud * voice);
    }

    assertThat(LineQuality.measure(speech)).allMatch(AudioMeasure::met);
  }

  @Test
  void aMissedGoalIsToldAsSuch() {
    AudioMeasure missed = AudioMeasure.atLeast(35, "tones", 20.04, "dB");

    assertThat(missed.met()).isFalse();
    assertThat(missed.row()).contains("tones", "20.04", "≥", "35.00", "MISSED");
  }
}
