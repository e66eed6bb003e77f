package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.node.wire.Expectation;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.junit.jupiter.api.Test;

class ReplayLogTest {
  private final ReplayLog log = new ReplayLog(3_000);
  private long position;

  @Test
  void framesAndMarksComeOutInTheOrderTheyWereTold() {
    frames(2);
    log.started(1, 160);
    frames(1);
    log.paused(1, 480);
    log.ended(1, 480);
    assertThat(told())
        .containsExactly("audio 0…320", "STARTED 1", "audio 320…480", "PAUSED 1", "ENDED 1");
    assertThat(told()).isEmpty();
  }

  @Test
  void whatWasToldIsToldAgainFromHalfASecondBeforeTheOpenUtterance() {
    frames(100); // 2 s of silence
    log.started(1, 14_400);
    frames(60);
    told();
    log.rewind();
    assertThat(told())
        .containsExactly(
            "audio 10400…16000", "STARTED 1", "audio 16000…24000", "audio 24000…25600");
  }

  @Test
  void inSilenceOnlyTheLastMomentsAreKept() {
    frames(500);
    assertThat(log.frames()).isEqualTo(75);
    told();
    log.rewind();
    assertThat(told()).containsExactly("audio 68000…76000", "audio 76000…80000");
  }

  @Test
  void anUtteranceWhoseWordsAreKnownIsNotToldAgain() {
    frames(10);
    log.started(1, 0);
    frames(10);
    log.ended(1, 3_200);
    frames(100);
    assertThat(log.awaited()).containsExactly(1L);
    log.resolved(1);
    log.rewind();
    assertThat(told()).noneMatch(each -> each.contains("1 "));
    assertThat(log.unresolved()).isEmpty();
    assertThat(log.frames()).isEqualTo(75);
  }

  @Test
  void twoUtterancesWithoutWordsAreBothToldAgain() {
    log.started(1, 0);
    frames(50);
    log.ended(1, 8_000);
    frames(50);
    log.started(2, 15_000);
    told();
    log.rewind();
    assertThat(told())
        .containsExactly("STARTED 1", "audio 0…8000", "ENDED 1", "audio 8000…16000", "STARTED 2");
  }

  @Test
  void pausesThatAreOverAreNotToldAgain() {
    log.started(1, 0);
    log.paused(1, 100);
    log.resumed(1);
    log.paused(1, 300);
    assertThat(told()).containsExactly("STARTED 1", "PAUSED 1", "RESUMED 1", "PAUSED 1");
    log.rewind();
    assertThat(told()).containsExactly("STARTED 1", "PAUSED 1");
    log.resumed(1);
    log.rewind();
    assertThat(told()).containsExactly("STARTED 1");
  }

  @Test
  void anUtteranceThatHasNotEndedIsGivenUpForTheNext() {
    log.started(1, 0);
    log.started(2, 0);
    assertThat(log.unresolved()).containsExactly(2L);
    assertThat(told()).containsExactly("STARTED 2");
    assertThat(log.ended(1, 100)).isFalse();
  }

  @Test
  void endingTwiceIsTakenOnce() {
    log.started(1, 0);
    assertThat(log.ended(1, 100)).isTrue();
    assertThat(log.ended(1, 200)).isFalse();
    assertThat(told()).containsExactly("STARTED 1", "ENDED 1");
  }

  @Test
  void whatIsExpectedWhereTheReplayBeginsIsRemembered() {
    log.expect(Expectation.DIGITS);
    frames(1);
    assertThat(log.expectation()).isEqualTo(Expectation.DIGITS);
    log.started(1, 0);
    log.expect(Expectation.YES_NO);
    told();
    log.rewind();
    assertThat(log.expectation()).isEqualTo(Expectation.DIGITS);
    assertThat(told()).containsExactly("audio 0…160", "STARTED 1", "expect YES_NO");
    log.ended(1, 160);
    log.resolved(1);
    frames(200);
    assertThat(log.expectation()).isEqualTo(Expectation.YES_NO);
  }

  @Test
  void beyondItsLimitTheOldestFramesGoAndAreCounted() {
    ReplayLog small = new ReplayLog(10);
    small.started(1, 0);
    for (int i = 0; i < 15; i++) {
      small.accept(frame());
    }
    assertThat(small.frames()).isEqualTo(10);
    assertThat(small.dropped()).isEqualTo(5);
  }

  @Test
  void aGapBetweenFramesStaysAGap() {
    frames(1);
    position += 800;
    frames(1);
    assertThat(told()).containsExactly("audio 0…160", "audio 960…1120");
  }

  private void frames(int count) {
    for (int i = 0; i < count; i++) {
      log.accept(frame());
    }
  }

  private AudioFrame frame() {
    AudioFrame frame = new AudioFrame(AudioFormat.MULAW_8K, new byte[160], position);
    position = frame.endSample();
    return frame;
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (RecognizeRequest next = log.next(); next != null; next = log.next()) {
      told.add(
          switch (next.getKindCase()) {
            case AUDIO -> {
              long start = next.getAudio().getStartSample();
              yield "audio " + start + "…" + (start + next.getAudio().getMulaw().size());
            }
            case MARK -> next.getMark().getEdge() + " " + next.getMark().getUtterance();
            case EXPECT -> "expect " + next.getExpect().getExpectation();
            default -> "nothing";
          });
    }
    return told;
  }
}
