package org.cordboard.speech.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {
  static final LadderSettings SETTINGS =
      new LadderSettings(
          Duration.ofMillis(2_500),
          Duration.ofMillis(1_500),
          Duration.ofMillis(1_200),
          3,
          Duration.ofSeconds(30));
  private static final long REST = SETTINGS.rest().toNanos();

  private final Breaker closed = Breaker.closed(SETTINGS);

  @Test
  void failuresWithSuccessBetweenThemChangeNothing() {
    Breaker now = closed.failed(SETTINGS, 1).failed(SETTINGS, 2).worked(SETTINGS);
    assertThat(now.failed(SETTINGS, 3).failed(SETTINGS, 4).allows(5)).isTrue();
  }

  @Test
  void threeFailuresInARowMakeItRest() {
    Breaker open = open(100);
    assertThat(open.isClosed()).isFalse();
    assertThat(open.allows(100 + REST - 1)).isFalse();
    assertThat(open.allows(100 + REST)).isTrue();
  }

  @Test
  void afterTheRestOneTrialIsLetThroughUntilSomethingComesOfIt() {
    Breaker trial = open(0).taken(REST);
    assertThat(trial.allows(REST + 1)).isFalse();
    assertThat(trial.worked(SETTINGS).isClosed()).isTrue();
    assertThat(trial.allows(2 * REST)).as("a trial that nothing came of blocks nobody").isTrue();
  }

  @Test
  void aTrialThatFailsDoublesTheRestUpToAnHour() {
    Breaker again = open(0).taken(REST).failed(SETTINGS, REST);
    assertThat(again.allows(REST + 2 * REST - 1)).isFalse();
    assertThat(again.allows(REST + 2 * REST)).isTrue();
    for (int i = 0; i < 20; i++) {
      again = again.failed(SETTINGS, 0);
    }
    assertThat(again.allows(Duration.ofHours(1).toNanos())).isTrue();
  }

  @Test
  void aClosedBreakerIsNotUsedUpByWork() {
    assertThat(closed.taken(5)).isEqualTo(closed);
  }

  private Breaker open(long now) {
    return closed.failed(SETTINGS, now).failed(SETTINGS, now).failed(SETTINGS, now);
  }
}
