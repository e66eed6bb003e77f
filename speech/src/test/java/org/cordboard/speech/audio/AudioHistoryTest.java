package org.cordboard.speech.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AudioHistoryTest {

  @Test
  void framesAreFoundByPosition() {
    AudioHistory history = new AudioHistory(8_000);
    history.append(frame(1_600, 1));
    history.append(frame(1_760, 2));
    assertThat(history.slice(1_759, 1_761)).containsExactly(1, 2);
    assertThat(history.slice(0, 1_601)).containsExactly(1);
    assertThat(history.slice(1_900, 9_999)).hasSize(20);
  }

  @Test
  void gapsAreSilenceAndOverlapsAreNotTakenTwice() {
    AudioHistory history = new AudioHistory(8_000);
    history.append(frame(0, 1));
    history.append(frame(320, 3));
    history.append(frame(400, 4));
    assertThat(history.slice(159, 161)).containsExactly(1, MuLaw.SILENCE);
    assertThat(history.slice(479, 481)).containsExactly(3, 4);
    assertThat(history.end()).isEqualTo(560);
  }

  @Test
  void oldestIsForgottenBeyondTheLimit() {
    AudioHistory history = new AudioHistory(320);
    for (int i = 0; i < 10; i++) {
      history.append(frame(i * 160L, i));
    }
    assertThat(history.slice(0, 1_600)).hasSize(320).startsWith((byte) 8).endsWith((byte) 9);
    history.forgetBefore(1_599);
    assertThat(history.slice(0, 1_600)).containsExactly(9);
  }

  @Test
  void cutterHandsOutWholeFramesAndFillsTheLast() {
    FrameCutter cutter = new FrameCutter();
    assertThat(cutter.push(new byte[100])).isEmpty();
    assertThat(cutter.push(new byte[300]))
        .extracting(AudioFrame::startSample)
        .containsExactly(0L, 160L);
    AudioFrame last = cutter.finish().get(0);
    assertThat(last.startSample()).isEqualTo(320);
    assertThat(last.bytes()[79]).isZero();
    assertThat(last.bytes()[80]).isEqualTo(MuLaw.SILENCE);
    assertThat(cutter.finish()).isEmpty();
  }

  private static AudioFrame frame(long start, int value) {
    byte[] bytes = new byte[160];
    Arrays.fill(bytes, (byte) value);
    return new AudioFrame(AudioFormat.MULAW_8K, bytes, start);
  }
}
