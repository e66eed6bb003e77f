package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  @ParameterizedTest
  @CsvSource({
    "8000, 16000",
    "16000, 8000",
    "22050, 8000",
    "48000, 8000",
    "44100, 8000",
    "17900, 8000"
  })
  void speechBandTonesKeepTheirLevelAndPlace(int from, int to) {
    float[] tone = Tones.sine(1_000, from, from);
    float[] converted = Resampler.convert(tone, from, to);
    assertThat(converted).hasSize(to);
    float[] expected = Tones.sine(1_000, to, to);
    for (int i = to / 4; i < to * 3 / 4; i++) {
      assertThat(converted[i]).isCloseTo(expected[i], within(0.003f));
    }
  }

  @ParameterizedTest
  @CsvSource({"16000, 6000", "16000, 4400", "48000, 11000", "22050, 4500"})
  void tonesAboveTheNewBandDoNotFoldBack(int from, int hz) {
    float[] converted = Resampler.convert(Tones.sine(hz, from, from), from, 8_000);
    assertThat(Tones.level(converted)).isLessThan(-50);
  }

  @ParameterizedTest
  @CsvSource({"8000, 16000", "16000, 8000", "22050, 8000", "8000, 8000"})
  void chunksJoinWithoutASeam(int from, int to) {
    float[] tone = Tones.sine(700, from, 5_000);
    float[] whole = Resampler.convert(tone, from, to);
    Resampler streaming = new Resampler(from, to);
    float[] joined = new float[0];
    for (int at = 0; at < tone.length; ) {
      int next = Math.min(tone.length, at + 1 + at % 333);
      joined = joined(joined, streaming.push(Arrays.copyOfRange(tone, at, next)));
      at = next;
    }
    joined = joined(joined, streaming.finish());
    assertThat(joined).containsExactly(whole, within(1e-6f));
  }

  @Test
  void nothingBecomesNothing() {
    assertThat(Resampler.convert(new float[0], 16_000, 8_000)).isEmpty();
    assertThat(Resampler.convert(new float[0], 8_000, 16_000)).isEmpty();
  }

  private static float[] joined(float[] first, float[] second) {
    float[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
