package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.audio.MuLaw;
import org.junit.jupiter.api.Test;

class HeardLineTest {
  private final ManualClock loop = new ManualClock();
  private final List<Long> heard = new ArrayList<>();
  private final List<byte[]> frames = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final HeardLine line =
      new HeardLine(
          loop,
          true,
          (mulaw, atMs) -> {
            heard.add(atMs);
            frames.add(mulaw);
          },
          (trouble, detail) -> troubles.add(trouble + ": " + detail));

  private static byte[] level(int sample) {
    byte[] frame = new byte[160];
    Arrays.fill(frame, MuLaw.encode((short) sample));
    return frame;
  }

  private void bring(int from, int to, int sample) {
    for (int i = from; i < to; i++) {
      line.take(level(sample), i * 20L);
      loop.advance(Duration.ofMillis(20));
    }
  }

  @Test
  void silenceIsHeardWhileNoFramesComeAndEndsWhenTheyDo() {
    bring(0, 50, 0);
    loop.advance(Duration.ofMillis(1_400));
    assertThat(heard).hasSize(50); // a hole that may still close
    loop.advance(Duration.ofMillis(8_600));
    assertThat(heard.size()).isBetween(50 + 475, 50 + 505);
    assertThat(heard).isSorted().doesNotHaveDuplicates();
    assertThat(troubles).singleElement().asString().startsWith("STALLED");

    int before = heard.size();
    bring(550, 600, 0);
    assertThat(heard).hasSize(before + 50);
    assertThat(heard.get(heard.size() - 1)).isEqualTo(599 * 20L);
  }

  @Test
  void aLineOnWhichNothingEverComesIsHeardAsSilent() {
    loop.advance(Duration.ofSeconds(5));
    assertThat(heard.size()).isBetween(200, 250);
    assertThat(troubles).hasSize(1);
  }

  @Test
  void aSteadyOffsetIsTakenOutAndTold() {
    bring(0, 20, 500);
    assertThat(frames.get(10)).containsOnly(MuLaw.SILENCE);
    assertThat(troubles).as("a voice may lean to one side for a moment").isEmpty();
    bring(20, 80, 500);
    assertThat(troubles).singleElement().asString().startsWith("OFFSET: ");
  }

  @Test
  void nothingIsLeftOfALineThatWasClosed() {
    bring(0, 2, 0);
    line.close();
    loop.advance(Duration.ofSeconds(60));
    assertThat(heard).hasSize(2);
    assertThat(loop.pending()).isZero();
  }
}
