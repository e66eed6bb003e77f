package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoiceActivityTest {
  private static final VadSettings SILERO =
      new VadSettings(VadSettings.Type.SILERO, 0.5, 0.35, 330);

  private final FakeProbability model = new FakeProbability();
  private final VoiceActivity activity = new VoiceActivity(SILERO, Optional.of(model));
  private long frame;

  @Test
  void aSilentLineNeverAsksTheModel() {
    for (int i = 0; i < 500; i++) {
      assertThat(hear(0)).isFalse();
    }
    assertThat(model.hops).isZero();
  }

  @Test
  void theModelHearsWhatLedUpToTheSound() {
    hear(0);
    model.answer = 0.9f;
    assertThat(hear(3_000)).isTrue();
    assertThat(model.hops).isEqualTo(6);
    assertThat(model.resets).isEqualTo(1);
  }

  @Test
  void everySampleIsJudgedOnceAfterThat() {
    hear(3_000);
    int opened = model.hops;
    for (int i = 0; i < 80; i++) { // 80 frames are 50 hops
      hear(3_000);
    }
    assertThat(model.hops - opened).isEqualTo(50);
  }

  @Test
  void releaseIsLowerThanThreshold() {
    model.answer = 0.4f;
    assertThat(hear(3_000)).isFalse();
    model.answer = 0.6f;
    hear(3_000);
    assertThat(hear(3_000)).isTrue();
    model.answer = 0.4f;
    hear(3_000);
    assertThat(hear(3_000)).isTrue();
    model.answer = 0.3f;
    hear(3_000);
    assertThat(hear(3_000)).isFalse();
  }

  @Test
  void steadyNoiseClosesTheGateInTheEnd() {
    model.answer = 0.01f;
    for (int i = 0; i < 50 * 30; i++) {
      hear(300);
    }
    int hops = model.hops;
    for (int i = 0; i < 50; i++) {
      hear(300);
    }
    assertThat(model.hops).isEqualTo(hops);
    model.answer = 0.9f;
    assertThat(hear(1_200)).isTrue(); // speech well above it opens it again
  }

  @Test
  void loudnessAloneDecidesWithoutAModel() {
    VoiceActivity loudness = new VoiceActivity(SILERO, Optional.empty());
    assertThat(loudness.voiced(frame(200))).isFalse();
    assertThat(loudness.voiced(frame(1_000))).isTrue(); // scripted speech ducked by 12 dB
    assertThat(loudness.voiced(frame(0))).isFalse();
  }

  @Test
  void framesWaitInOrderForAModelThatTakesItsTime() {
    SlowProbability slow = new SlowProbability();
    VoiceActivity waiting = new VoiceActivity(SILERO, Optional.of(slow));
    List<String> told = new ArrayList<>();
    VoiceActivity.Listener listener =
        judged -> told.add(judged.startSample() / 160 + (waiting.voiced() ? " voice" : " quiet"));
    int[] levels = {0, 3_000, 3_000, 3_000, 0, 3_000};
    for (int level : levels) {
      waiting.hear(frame(level), listener);
    }
    assertThat(told).containsExactly("0 quiet"); // the gate was closed, so nobody was asked
    for (int i = 0; i < 6; i++) {
      slow.answer(0.9f); // what led up to the sound
    }
    assertThat(told).containsExactly("0 quiet", "1 voice", "2 voice"); // 2 completes no hop
    slow.answer(0.1f);
    assertThat(told).containsExactly("0 quiet", "1 voice", "2 voice", "3 quiet", "4 quiet");
    slow.answer(0.9f);
    assertThat(told.get(5)).isEqualTo("5 voice");
    assertThatThrownBy(() -> waiting.voiced(frame(3_000)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void loudnessDecidesWhereTheModelFailed() {
    model.answer = Float.NaN;
    assertThat(hear(3_000)).isTrue();
    hear(0);
    assertThat(hear(0)).isFalse();
  }

  private boolean hear(int level) {
    return activity.voiced(frame(level));
  }

  private AudioFrame frame(int level) {
    byte[] bytes = new byte[160];
    Arrays.fill(bytes, MuLaw.encode((short) level));
    return new AudioFrame(AudioFormat.MULAW_8K, bytes, 160 * frame++);
  }

  private static final class SlowProbability implements SpeechProbability {
    private @Nullable Answer asked;

    void answer(float likely) {
      Answer waiting = Objects.requireNonNull(asked);
      asked = null;
      waiting.likely(likely);
    }

    @Override
    public float next(float[] hop) {
      throw new AssertionError("asked at once");
    }

    @Override
    public void next(float[] hop, Answer answer) {
      assertThat(asked).isNull();
      asked = answer;
    }

    @Override
    public void reset() {
      assertThat(asked).isNull();
    }
  }

  private static final class FakeProbability implements SpeechProbability {
    float answer;
    int hops;
    int resets;

    @Override
    public float next(float[] hop) {
      assertThat(hop).hasSize(HOP_SAMPLES);
      hops++;
      return answer;
    }

    @Override
    public void reset() {
      resets++;
    }
  }
}
