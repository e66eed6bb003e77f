package org.cordboard.speech.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.turn.SpeechProbability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedJudgeTest {
  private static final int HOP = SpeechProbability.HOP_SAMPLES;

  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.25, 0.05})
  void scriptedSpeechIsAVoiceWhereverAHopBegins(double gain) {
    ByteArrayOutputStream speech = new ByteArrayOutputStream();
    ScriptedSpeech.words("Where is my order, please?", 3, 1, gain)
        .forEach(word -> speech.writeBytes(word.mulaw()));
    float[] samples = Pcm.toFloats(MuLaw.decode(speech.toByteArray()));
    for (int from = 0; from + HOP <= samples.length; from += 37) {
      assertThat(ScriptedJudge.speaks(Arrays.copyOfRange(samples, from, from + HOP))).isTrue();
    }
  }

  @Test
  void noiseTonesAndSilenceAreNone() {
    for (int i = 0; i < 200; i++) {
      assertThat(ScriptedJudge.speaks(noise())).isFalse();
      float[] tone = new float[HOP];
      double step = 2 * Math.PI * (97.3 + 17.1 * i) / 8_000;
      for (int at = 0; at < HOP; at++) {
        tone[at] = (float) (0.2 * Math.sin(step * at));
      }
      assertThat(ScriptedJudge.speaks(tone)).isFalse();
    }
    assertThat(ScriptedJudge.speaks(new float[HOP])).isFalse();
    assertThat(ScriptedJudge.audible(new float[HOP])).isFalse();
    assertThat(ScriptedJudge.audible(noise())).isTrue();
  }

  @Test
  void theModelWorksOnEveryHopAndIsNotHeeded() {
    int[] asked = {0, 0};
    ScriptedJudge judge =
        new ScriptedJudge(
            new SpeechProbability() {
              @Override
              public float next(float[] hop) {
                asked[0]++;
                return Float.NaN;
              }

              @Override
              public void reset() {
                asked[1]++;
              }
            });
    assertThat(judge.next(noise())).isLessThan(0.35f);
    judge.next(noise(), likely -> assertThat(likely).isLessThan(0.35f));
    judge.reset();
    assertThat(asked).containsExactly(2, 1);
  }

  private float[] noise() {
    float[] noise = new float[HOP];
    for (int i = 0; i < HOP; i++) {
      noise[i] = (float) (0.1 * random.nextGaussian());
    }
    return noise;
  }
}
