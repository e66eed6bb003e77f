package org.cordboard.speech.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
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
  void aCorruptModelIsNamedWithTheFix() {
    byte[] corrupt = "not a model".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> SileroModel.load(corrupt, "silero.onnx"))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "voice-activity model silero.onnx is corrupt; restore it or set speech.vad.type ="
                + " energy");
  }
}
