package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of words that come when the caller has gone on. */
class LateWordsTest extends CallerWordsFixture {
  // ---- words that come when the caller has gone on

  @Test
  void whatTheCallerAddsBeforeTheWordsAreKnownIsOneTurnWithThem() {
    words.started(1);
    words.stopped(1);
    words.started(2);
    words.words(1, said("I want a refund."), TIMING);
    assertThat(told.log)
        .containsExactly("started", "stopped", "started", "ready I want a refund. 0-2000");

    told.log.clear();
    words.partial(2, "Hello?");
    words.stopped(2);
    words.words(2, said("Hello?"), TIMING);
    assertThat(told.log)
        .containsExactly("partial Hello?", "stopped", "turn I want a refund. Hello?");
  }

  @Test
  void aSoundWithoutWordsAfterThemTakesNothingAway() {
    words.started(1);
    words.started(2);
    words.words(1, said("I want a refund."), TIMING);
    words.words(2, said(""), TIMING);

    assertThat(told.log)
        .containsExactly(
            "started", "started", "ready I want a refund. 0-2000", "turn I want a refund.");
  }

  @Test
  void norDoesOneOfWhichTheWordsNeverCome() {
    words.started(1);
    words.started(2);
    words.words(1, said("I want a refund."), TIMING);
    told.log.clear();
    words.failed(2, new IllegalStateException("late"));

    assertThat(told.log).containsExactly("turn I want a refund.", "no words late");
  }

  @Test
  void whoIsSpeakingAgainIsNotToldThatNothingWasUnderstoodBefore() {
    words.started(1);
    words.started(2);
    words.words(1, said(""), TIMING);
    words.words(2, said("Hello?"), TIMING);

    assertThat(told.log).containsExactly("started", "started", "turn Hello?");
  }

  @Test
  void whatIsKnownDoesNotWaitForeverForTheRest() {
    words.started(1);
    words.started(2);
    words.words(1, said("I want a refund."), TIMING);
    voice(149);
    assertThat(told.log).doesNotContain("turn I want a refund.");
    voice(1);
    words.words(2, said("Hello?"), TIMING);

    assertThat(told.log).endsWith("turn I want a refund.", "turn Hello?");
  }

  @Test
  void norForWhatTurnsOutToBeNoise() {
    words.started(1);
    words.started(2);
    words.words(1, said("I want a refund."), TIMING);
    words.din(true, 10_000);

    assertThat(told.log).endsWith("noisy 10000", "turn I want a refund.");
  }

  @Test
  void theEndOfAPromptDoesNotCutThemApart() {
    words.started(1);
    words.started(2);
    words.words(1, said("I want a refund."), TIMING);
    words.release();
    words.words(2, said("Hello?"), TIMING);

    assertThat(told.log).endsWith("turn I want a refund. Hello?");
  }
}
