package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoudnessTest {

  @Test
  void pausesDoNotCountTowardsTheLevel() {
    float[] speech = withSilence(Tones.sine(500, 8_000, 4_000), 8_000);
    assertThat(Loudness.active(speech, 8_000)).isCloseTo(0.3535, within(0.01));
  }

  @Test
  void softAndLoudSpeechComeOutAlike() {
    float[] loud = Tones.sine(500, 8_000, 4_000);
    float[] soft = new float[loud.length];
    for (int i = 0; i < loud.length; i++) {
      soft[i] = loud[i] / 40;
    }
    float[] a = Loudness.levelled(loud, 8_000, 0.1, 0.9, 30);
    float[] b = Loudness.levelled(soft, 8_000, 0.1, 0.9, 30);
    assertThat(Tones.level(a)).isCloseTo(Tones.level(b), within(0.1));
  }

  @Test
  void edgesKeepAMarginAroundTheSpeech() {
    float[] speech = withSilence(Tones.sine(500, 8_000, 4_000), 8_000);
    assertThat(Loudness.edges(speech, 8_000, 40)).containsExactly(8_000 - 320, 12_000 + 320);
    assertThat(Loudness.edges(new float[800], 8_000, 40)).containsExactly(0, 0);
  }

  private static float[] withSilence(float[] tone, int silence) {
    float[] all = new float[tone.length + 2 * silence];
    System.arraycopy(tone, 0, all, silence, tone.length);
    return all;
  }
}
