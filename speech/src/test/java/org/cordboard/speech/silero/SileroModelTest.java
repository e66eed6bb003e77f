package org.cordboard.speech.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.turn.SpeechProbability;
import org.junit.jupiter.api.Test;

class SileroModelTest {

  @Test
  void noiseAndSilenceAreNotSpeechAndStreamsDoNotShareTheirState() {
    try (SileroModel model = SileroModel.load()) {
      SpeechProbability noisy = model.open();
      SpeechProbability silent = model.open();
      Random random = new Random(7);
      float first = silent.next(new float[SpeechProbability.HOP_SAMPLES]);
      for (int i = 0; i < 60; i++) {
        float[] hop = new float[SpeechProbability.HOP_SAMPLES];
        for (int j = 0; j < hop.length; j++) {
          hop[j] = (float) (0.05 * random.nextGaussian());
        }
        noisy.next(hop);
        assertThat(silent.next(new float[SpeechProbability.HOP_SAMPLES])).isLessThan(0.3f);
      }
      silent.reset();
      assertThat(silent.next(new float[SpeechProbability.HOP_SAMPLES])).isEqualTo(first);
    }
  }

  @Test
  void hopsOfSeveralCallsJudgedTogetherAreJudgedAsAlone() {
    int calls = 19; // more than are judged at once
    ManualClock loop = new ManualClock();
    try (SileroModel model = SileroModel.load()) {
      List<SpeechProbability> together = new ArrayList<>();
      List<SpeechProbability> alone = new ArrayList<>();
      for (int call = 0; call < calls; call++) {
        together.add(model.open(loop));
        alone.add(model.open());
      }
      Random random = new Random(7);
      for (int round = 0; round < 20; round++) {
        float[] answers = new float[calls];
        float[] expected = new float[calls];
        Arrays.fill(answers, -1);
        for (int call = 0; call < calls; call++) {
          float[] hop = hum(random, 90 + 10 * call, round);
          int at = call;
          together.get(call).next(hop, likely -> answers[at] = likely);
          expected[call] = alone.get(call).next(hop);
        }
        assertThat(answers).containsOnly(-1f);
        loop.advance(Duration.ofMillis(1));
        assertThat(answers).containsExactly(expected, Offset.offset(1e-4f));
      }
    }
  }

  @Test
  void aCallThatFailsOnItsAnswerTakesNoOtherWithIt() {
    ManualClock clock = new ManualClock();
    Loop loop = new AtOnce(clock); // as loops of one thread are to each other
    try (SileroModel model = SileroModel.load()) {
      float[] hop = new float[SpeechProbability.HOP_SAMPLES];
      List<Float> answers = new ArrayList<>();
      model
          .open(loop)
          .next(
              hop,
              likely -> {
                throw new IllegalStateException("this call is broken");
              });
      model.open(loop).next(hop, answers::add);
      clock.advance(Duration.ofMillis(1));
      assertThat(answers).hasSize(1);
    }
  }

  private record AtOnce(Clock clock) implements Loop {
    @Override
    public void run(Runnable task) {
      task.run();
    }

    @Override
    public void assertOn() {
      // one thread
    }
  }

  /** Something like a vowel, with some noise. */
  private static float[] hum(Random random, int hertz, int round) {
    float[] hop = new float[SpeechProbability.HOP_SAMPLES];
    for (int i = 0; i < hop.length; i++) {
      double seconds = (round * hop.length + i) / 8_000.0;
      double voice = 0;
      for (int harmonic = 1; harmonic < 12; harmonic++) {
        voice += Math.sin(2 * Math.PI * hertz * harmonic * seconds) / harmonic;
      }
      hop[i] = (float) (0.1 * voice + 0.01 * random.nextGaussian());
    }
    return hop;
  }

  @Test
  void aCorruptModelIsNamedWithTheFix() {
    byte[] corrupt = "not a model".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SileroModel.load(corrupt, "silero.onnx"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "voice-activity model silero.onnx is corrupt; restore it or set speech.vad.type ="
                + " energy");
  }
}
