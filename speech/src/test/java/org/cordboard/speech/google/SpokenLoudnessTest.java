package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.cordboard.speech.audio.ActiveLevel;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How loud Google's voices are, beside ours. */
class SpokenLoudnessTest {

  @ParameterizedTest
  @ValueSource(doubles = {-9, -14, -19, -26, -30})
  void voicesBecomeAsLoudAsOursInAFewSentencesWithoutJumps(double ownDb) {
    VoiceLevel level = new VoiceLevel();
    double before = Double.NaN;
    for (int sentence = 0; sentence < 6; sentence++) {
      double heard = spoken(tone(ownDb, 2), level, 1);
      if (sentence > 0) {
        assertThat(heard).isCloseTo(before, within(3.2));
      }
      before = heard;
    }
    assertThat(before).isCloseTo(-19, within(1.2));
  }

  @Test
  void louderSpeechIsLimitedAndNotClipped() {
    byte[] codes = tone(-5, 1); // peaks near full scale
    SpokenBytes bytes = new SpokenBytes(true, 1.5);
    short[] samples = MuLaw.decode(whole(bytes, codes, 37));
    int peak = 0;
    int flat = 0;
    for (int i = 1; i < samples.length; i++) {
      peak = Math.max(peak, Math.abs(samples[i]));
      flat += Math.abs(samples[i]) > 32_000 ? 1 : 0;
    }
    assertThat(peak).isLessThan(30_500);
    assertThat(flat).as("samples at the edge").isZero();
    assertThat(samples).hasSize(codes.length);
  }

  @Test
  void piecesOfAnyLengthAreLimitedAlike() {
    byte[] codes = tone(-6, 1);
    assertThat(whole(new SpokenBytes(true, 1.5), codes, 1))
        .isEqualTo(whole(new SpokenBytes(true, 1.5), codes, 8_000));
  }

  @Test
  void aWordSaysNothingAboutAVoice() {
    VoiceLevel level = new VoiceLevel();
    level.spoke(-30, 0.4);
    level.spoke(-100, 3);
    assertThat(level.gain()).isEqualTo(1);
  }

  /** The level that is heard when a voice says something. */
  private static double spoken(byte[] codes, VoiceLevel level, double gain) {
    SpokenBytes bytes = new SpokenBytes(true, gain * level.gain());
    byte[] heard = whole(bytes, codes, 800);
    level.spoke(bytes.levelDb(), bytes.seconds());
    return ActiveLevel.of(Pcm.toFloats(MuLaw.decode(heard)), 8_000);
  }

  private static byte[] whole(SpokenBytes bytes, byte[] codes, int piece) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int at = 0; at < codes.length; at += piece) {
      all.writeBytes(bytes.push(Arrays.copyOfRange(codes, at, Math.min(codes.length, at + piece))));
    }
    all.writeBytes(bytes.finish());
    return all.toByteArray();
  }

  /** A tone of that level (RMS, relative to full scale). */
  private static byte[] tone(double db, int seconds) {
    double peak = Math.pow(10, db / 20) * Math.sqrt(2);
    float[] samples = new float[8_000 * seconds];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (peak * Math.sin(2 * Math.PI * 300 * i / 8_000));
    }
    return MuLaw.encode(Pcm.toShorts(samples));
  }
}
