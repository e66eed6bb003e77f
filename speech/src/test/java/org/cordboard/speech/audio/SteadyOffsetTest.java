package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyOffsetTest {
  private static final int FRAME = 160;
  private final SteadyOffset offset = new SteadyOffset();

  /** A frame of a voice (of no strength for silence) on a line that pushes it aside. */
  private static byte[] frame(int number, double strength, double pushed) {
    short[] samples = new short[FRAME];
    for (int i = 0; i < FRAME; i++) {
      double t = (number * FRAME + i) / 8_000.0;
      double swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * 3 * t);
      double voice =
          Math.sin(2 * Math.PI * 310 * t)
              + 0.7 * Math.sin(2 * Math.PI * 633 * t)
              + 0.4 * Math.sin(2 * Math.PI * 1_270 * t);
      samples[i] = Pcm.clip(strength * swell * voice + pushed);
    }
    return MuLaw.encode(samples);
  }

  private static double level(byte[] mulaw) {
    return Pcm.rms(MuLaw.decode(mulaw));
  }

  @ParameterizedTest
  @ValueSource(ints = {-4_000, -500, 80, 500, 2_000})
  void aPushedLineIsSilentAgainBeforeAVoiceWouldCount(int pushed) {
    for (int i = 0; i < 3; i++) {
      offset.removed(frame(i, 0, pushed));
    }
    for (int i = 3; i < 100; i++) {
      assertThat(level(offset.removed(frame(i, 0, pushed)))).isLessThan(10);
    }
  }

  @Test
  void aVoiceOnAPushedLineSoundsAsOnAnother() {
    double[] plain = new double[200];
    for (int i = 0; i < 200; i++) {
      double strength = i < 20 || i % 40 > 30 ? 0 : 3_000;
      plain[i] = level(frame(i, strength, 0));
      double heard = level(offset.removed(frame(i, strength, 700)));
      if (i >= 3) {
        assertThat(heard).as("frame " + i).isCloseTo(plain[i], within(Math.max(30, plain[i] / 10)));
      }
    }
  }

  @Test
  void aLineThatIsNotPushedPassesUntouched() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] frame = frame(i, i % 60 < 20 ? 0 : 500 + random.nextInt(9_000), 0);
      assertThat(offset.removed(frame)).isSameAs(frame);
    }
  }

  @Test
  void theOffsetIsForgottenWhenTheLineIsMended() {
    for (int i = 0; i < 100; i++) {
      offset.removed(frame(i, 0, 500));
    }
    for (int i = 0; i < 100; i++) {
      offset.removed(frame(i, 0, 0));
    }
    assertThat(offset.offset()).isZero();
  }
}
