package org.cordboard.sim.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.cordboard.speech.audio.MuLaw;
import org.junit.jupiter.api.Test;

class MixerTest {
  private final Mixer mixer = new Mixer();

  private static byte[] level(int sample) {
    byte[] frame = new byte[160];
    Arrays.fill(frame, MuLaw.encode((short) sample));
    return frame;
  }

  private static int heard(byte[] frame) {
    return MuLaw.decode(frame[7]);
  }

  @Test
  void everybodyHearsTheOthersAndNotThemselves() {
    byte[] one = level(1000);
    byte[] two = level(3000);
    mixer.add(one);
    mixer.add(two);
    mixer.add(null);
    assertThat(mixer.without(one)).isEqualTo(two);
    assertThat(mixer.without(two)).isEqualTo(one);
    assertThat(heard(mixer.without(null))).isBetween(3800, 4200);
  }

  @Test
  void loudVoicesClipInsteadOfWrapping() {
    mixer.add(level(30_000));
    mixer.add(level(30_000));
    assertThat(heard(mixer.without(null))).isGreaterThan(30_000);
  }

  @Test
  void nobodyElseIsSilence() {
    byte[] alone = level(1000);
    mixer.add(alone);
    assertThat(mixer.without(alone)).isNull();
    mixer.clear();
    assertThat(mixer.without(null)).isNull();
  }
}
