package org.cordboard.speech.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cordboard.speech.file.SpeechFiles.Utterance;
import org.junit.jupiter.api.Test;

class StretchesTest {
  private static final int SECOND = 8_000;

  @Test
  void oneSentenceIsReadWithTheSilenceAroundIt() {
    assertThat(stretches(10, seconds(2, 4))).containsExactly(seconds(1, 5));
    assertThat(stretches(4, seconds(0.5, 3.5))).containsExactly(seconds(0, 4));
  }

  @Test
  void sentencesAreReadTogetherAcrossShortPauses() {
    assertThat(stretches(20, seconds(1, 4), seconds(6, 9), seconds(10, 18)))
        .containsExactly(seconds(0, 19));
  }

  @Test
  void aLongPauseIsLeftOut() {
    assertThat(stretches(20, seconds(1, 4), seconds(12, 15)))
        .containsExactly(seconds(0, 5), seconds(11, 16));
  }

  @Test
  void whatIsTooLongToReadAtOnceIsCutInItsPauses() {
    List<Utterance> cut = stretches(60, seconds(1, 20), seconds(21, 40), seconds(41, 59));
    assertThat(cut).containsExactly(seconds(0, 20.5), seconds(20.5, 40.5), seconds(40.5, 60));
    assertThat(cut).allMatch(stretch -> stretch.to() - stretch.from() <= 28 * SECOND);
  }

  @Test
  void silenceIsNotRead() {
    assertThat(stretches(20)).isEmpty();
  }

  private static List<Utterance> stretches(int length, Utterance... utterances) {
    return Stretches.of(List.of(utterances), 0, length * SECOND, Duration.ofSeconds(28));
  }

  private static Utterance seconds(double from, double to) {
    return new Utterance((long) (from * SECOND), (long) (to * SECOND));
  }
}
