package org.cordboard.sim.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayoutQueueTest {
  private final PlayoutQueue queue = new PlayoutQueue(8000, 320);

  private static byte[] audio(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void nothingQueuedIsSilence() {
    assertThat(queue.pull().frame()).isNull();
  }

  @Test
  void markWithNothingBufferedIsDueAtOnce() {
    assertThat(queue.mark("now")).isTrue();
  }

  @Test
  void markIsDueOnceAllAudioBeforeItHasBeenPlayed() {
    queue.offer(audio(320, 1));
    assertThat(queue.mark("after")).isFalse();
    queue.offer(audio(160, 2));
    assertThat(queue.pull().marks()).isEmpty();
    assertThat(queue.pull().marks()).isEmpty();
    PlayoutQueue.Playout third = queue.pull();
    assertThat(third.marks()).containsExactly("after");
    assertThat(third.frame()).isEqualTo(audio(160, 2));
  }

  @Test
  void markAfterTheLastFrameWaitsUntilThatFrameHasBeenHeard() {
    queue.offer(audio(160, 1));
    queue.pull();
    assertThat(queue.mark("tail")).isFalse();
    assertThat(queue.pull().marks()).containsExactly("tail");
    assertThat(queue.mark("idle")).isTrue();
  }

  @Test
  void tailIsJoinedWithWhatFollowsAndPaddedWhenNothingDoes() {
    queue.offer(audio(100, 1));
    queue.mark("inside");
    queue.offer(audio(100, 2));
    byte[] first = queue.pull().frame();
    assertThat(first).startsWith(audio(100, 1)).endsWith(audio(60, 2));
    PlayoutQueue.Playout second = queue.pull();
    assertThat(second.marks()).containsExactly("inside");
    assertThat(second.frame()).startsWith(audio(40, 2)).endsWith(audio(120, 0xFF));
  }

  @Test
  void clearReturnsEveryMarkInOrderAndLeavesTheResidual() {
    queue.offer(audio(200, 1));
    queue.mark("a");
    queue.offer(audio(4000, 2));
    queue.mark("b");
    queue.mark("c");
    queue.pull();
    assertThat(queue.clear()).isEqualTo(List.of("a", "b", "c"));
    assertThat(queue.queuedMs()).isEqualTo(40);
    assertThat(queue.pull().frame()).startsWith(audio(40, 1)).endsWith(audio(120, 2));
    assertThat(queue.pull().frame()).isEqualTo(audio(160, 2));
    assertThat(queue.pull().frame()).isNull();
  }

  @Test
  void audioBeyondTheCapacityIsDiscarded() {
    assertThat(queue.offer(audio(8000, 1))).isTrue();
    assertThat(queue.offer(audio(1, 1))).isFalse();
    assertThat(queue.queuedMs()).isEqualTo(1000);
  }
}
