package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cordboard.speech.audio.MuLaw;
import org.junit.jupiter.api.Test;

class LineMeterTest {
  private final List<String> told = new ArrayList<>();
  private final LineMeter meter = new LineMeter((trouble, detail) -> told.add(trouble.name()));

  private static byte[] steady(int sample) {
    byte[] frame = new byte[160];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = MuLaw.encode((short) (i % 2 == 0 ? sample : -sample));
    }
    return frame;
  }

  private void hear(byte[] frame, int times) {
    for (int i = 0; i < times; i++) {
      meter.sound(frame);
    }
  }

  @Test
  void aVoiceWithPausesIsNoTrouble() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      assertThat(meter.due(i * 20L + random.nextInt(40))).isTrue();
      meter.sound(steady(i % 150 < 120 ? 500 + random.nextInt(20_000) : 3));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void aLineThatIsNeverQuietIsNoisy() {
    hear(steady(3), 50);
    hear(steady(600), 600); // twelve seconds
    assertThat(told).isEmpty();
    hear(steady(600), 150);
    assertThat(told).containsExactly("NOISE");
  }

  @Test
  void aVoiceThatIsCutOffIsClippedAndToldOnce() {
    hear(steady(32_600), 24);
    assertThat(told).isEmpty();
    hear(steady(32_600), 100);
    assertThat(told).containsExactly("CLIPPED");
  }

  @Test
  void notASoundForThirtySecondsIsSilence() {
    hear(steady(0), 1_499);
    assertThat(told).isEmpty();
    hear(steady(0), 1);
    assertThat(told).containsExactly("SILENT");
  }

  @Test
  void framesThatAreMissingAreAdded() {
    long at = 0;
    for (int i = 0; i < 200; i++) {
      meter.due(at);
      at += i % 10 == 9 ? 120 : 20; // 100 ms less in each 300
    }
    assertThat(told).containsExactly("GAPS");
  }

  @Test
  void audioThatComesTwiceIsHeardOnce() {
    int let = 0;
    for (int i = 0; i < 1_000; i++) {
      let += meter.due(i * 20L) ? 1 : 0;
      let += meter.due(i * 20L) ? 1 : 0;
    }
    assertThat(told).containsExactly("SURPLUS");
    assertThat(let).isBetween(1_000, 1_110); // the first two seconds pass twice
  }

  @Test
  void audioThatCameLateIsNotTooMuch() {
    for (int i = 0; i < 100; i++) {
      meter.due(i * 20L);
    }
    for (int i = 400; i < 600; i++) { // six seconds are lost
      assertThat(meter.due(i * 20L)).isTrue();
    }
    assertThat(told).containsExactly("GAPS");
  }

  @Test
  void aCarrierWithoutTimesIsBelieved() {
    for (int i = 0; i < 500; i++) {
      assertThat(meter.due(0)).isTrue();
    }
    byte[] silence = new byte[160];
    Arrays.fill(silence, MuLaw.SILENCE);
    hear(silence, 10);
    assertThat(told).isEmpty();
  }
}
