package org.cordboard.speech.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.speech.ladder.BreakerTest.SETTINGS;

import org.junit.jupiter.api.Test;

class OwedTest {
  private static final long WORDS = SETTINGS.words().toNanos();
  private static final long LIFE = SETTINGS.life().toNanos();

  @Test
  void wordsAreOverdueOnceTheirTimeHasPassedSinceTheEnd() {
    Owed owed = Owed.NOTHING.started(1, 0, 0).ended(1, 8_000, 1_000);
    assertThat(owed.overdue(SETTINGS, 1_000 + WORDS - 1)).isEmpty();
    assertThat(owed.overdue(SETTINGS, 1_000 + WORDS)).contains("no words within 2500 ms");
    assertThat(owed.nanosLeft(SETTINGS, 1_000)).contains(WORDS);
    assertThat(owed.without(1).overdue(SETTINGS, Long.MAX_VALUE / 2)).isEmpty();
  }

  @Test
  void anOpenUtteranceIsNotOverdueHoweverLongItIs() {
    Owed owed = Owed.NOTHING.started(1, 0, 0);
    assertThat(owed.overdue(SETTINGS, 100 * WORDS)).isEmpty();
    assertThat(owed.nanosLeft(SETTINGS, 0)).isEmpty();
  }

  @Test
  void signsOfLifeAreExpectedOnlyOfThoseWhoGiveThem() {
    Owed silent = Owed.NOTHING.started(1, 0, 0);
    assertThat(silent.overdue(SETTINGS, 10 * LIFE)).isEmpty();
    Owed lively = silent.alive(5);
    assertThat(lively.overdue(SETTINGS, 5 + LIFE - 1)).isEmpty();
    assertThat(lively.overdue(SETTINGS, 5 + LIFE)).contains("no sign of life for 1500 ms");
  }

  @Test
  void nobodyNeedsToLiveWhileNobodySpeaks() {
    Owed between = Owed.NOTHING.started(1, 0, 0).alive(1).ended(1, 80, 2).without(1);
    assertThat(between.overdue(SETTINGS, 100 * LIFE)).isEmpty();
    assertThat(between.started(2, 160, 100 * LIFE).overdue(SETTINGS, 100 * LIFE + 1)).isEmpty();
  }

  @Test
  void anUtteranceBegunAnewDropsTheOpenOneAndKeepsThoseThatHaveEnded() {
    Owed owed = Owed.NOTHING.started(1, 0, 0).ended(1, 80, 1).started(2, 160, 2).started(3, 320, 3);
    assertThat(owed.utterances()).extracting(Owed.Utterance::id).containsExactly(1L, 3L);
  }

  @Test
  void nobodyNoticesAWaitOfLessThanASecond() {
    Owed owed = Owed.NOTHING.started(1, 0, 0).ended(1, 80, 0);
    assertThat(owed.awaited(999_999_999)).isFalse();
    assertThat(owed.awaited(1_000_000_000)).isTrue();
    assertThat(owed.started(2, 160, 0).without(1).awaited(2_000_000_000)).isFalse();
  }

  @Test
  void anEndCountsOnce() {
    Owed owed = Owed.NOTHING.started(1, 0, 0).ended(1, 80, 1);
    assertThat(owed.ended(1, 160, 9)).isEqualTo(owed);
    assertThat(owed.paused(1, 99)).isEqualTo(owed);
  }

  @Test
  void aPauseIsTakenBackByGoingOn() {
    Owed paused = Owed.NOTHING.started(1, 0, 0).paused(1, 80);
    assertThat(paused.open().orElseThrow().pauseSample()).isEqualTo(80);
    assertThat(paused.resumed(1).open().orElseThrow().pauseSample()).isNegative();
  }

  @Test
  void whoTakesOverHasTheWholeTimeAgainAndNeedNotShowLife() {
    Owed owed = Owed.NOTHING.started(1, 0, 0).alive(0).ended(1, 80, 0).handedOver(WORDS);
    assertThat(owed.expectsLife()).isFalse();
    assertThat(owed.overdue(SETTINGS, 2 * WORDS - 1)).isEmpty();
    assertThat(owed.overdue(SETTINGS, 2 * WORDS)).isPresent();
  }
}
