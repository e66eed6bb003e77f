package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptAudioTest {

  @Test
  void stretchesAreReadAcrossPiecesAndOnceMore() {
    PromptAudio audio = new PromptAudio();
    audio.add(new byte[] {1, 2, 3});
    audio.add(new byte[0]);
    audio.add(new byte[] {4, 5});
    audio.addSilence(2);

    assertThat(audio.length()).isEqualTo(7);
    assertThat(read(audio, 0, 2)).containsExactly(1, 2);
    assertThat(read(audio, 2, 3)).containsExactly(3, 4, 5);
    assertThat(read(audio, 4, 3)).containsExactly(5, -1, -1);
    assertThat(read(audio, 1, 4)).containsExactly(2, 3, 4, 5); // taken back
    assertThat(read(audio, 3, 1)).containsExactly(4);
  }

  @Test
  void whatComesLaterIsReadFromWhereTheLastPieceEnded() {
    PromptAudio audio = new PromptAudio();
    audio.add(new byte[] {1, 2});
    assertThat(read(audio, 0, 2)).containsExactly(1, 2);
    audio.add(new byte[] {3});
    assertThat(read(audio, 2, 1)).containsExactly(3);
    assertThat(read(audio, 1, 2)).containsExactly(2, 3);
  }

  private static byte[] read(PromptAudio audio, int from, int count) {
    byte[] read = new byte[count];
    audio.copy(from, read, count);
    return read;
  }
}
