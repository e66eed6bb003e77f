package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordboard.dialog.Prompt;
import org.junit.jupiter.api.Test;

/** What becomes of utterances: turns, answers prepared ahead, or nothing. */
class CallerWordsTest extends CallerWordsFixture {
  // ---- answers prepared ahead

  @Test
  void wordsInOurSilenceMayBeAllOfATurn() {
    words.started(1);
    words.ready(1, said("Where is my order?"), 1_900);

    assertThat(told.log).containsExactly("started", "ready Where is my order? 0-1900");
  }

  @Test
  void nothingIsPreparedForWhatMayBeAMurmurOverOurVoice() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.ready(1, said("Where is my order?"), 1_900);

    assertThat(told.log).containsExactly("started");
  }

  @Test
  void butForWhatHasStoppedOurVoice() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.partial(1, "Where is my order?");
    words.ready(1, said("Where is my order?"), 1_900);

    assertThat(told.log)
        .containsExactly(
            "started",
            "partial Where is my order?",
            "interrupted",
            "ready Where is my order? 0-1900");
  }

  @Test
  void nothingIsPreparedForAnUtteranceThatIsNotTheLatest() {
    words.started(1);
    words.started(2);
    words.ready(1, said("Where is my order?"), 1_900);

    assertThat(told.log).containsExactly("started", "started");
  }

  @Test
  void nothingIsPreparedWhileSomethingMustBeHeardToItsEndNorForHalfOfWhatWasSaidOverIt() {
    plays(must("Hang up and call 9 1 1 now."));
    words.started(1);
    words.ready(1, said("Help me."), 1_900);
    words.words(1, said("Help me."), TIMING);
    assertThat(told.log).containsExactly("started");

    words.started(2); // the first waits for the end of the prompt: this is not all of the turn
    clock.advance(Duration.ofSeconds(5));
    words.ready(2, said("Please."), 2_900);
    assertThat(told.log).containsExactly("started", "started");
  }

  // ---- turns

  @Test
  void whatIsSaidOverAPromptThatMustBeHeardIsATurnAfterIt() {
    plays(must("Hang up and call 9 1 1 now."));
    words.started(1);
    words.words(1, said("Help me."), TIMING);
    words.started(2);
    words.words(2, said("Please."), TIMING);
    told.log.clear();
    words.release();
    words.release();

    assertThat(told.log).containsExactly("turn Help me. Please.");
  }

  @Test
  void aTurnThatIsTakenElsewhereIsNotKept() {
    takenElsewhere = true;
    words.started(1);
    words.words(1, said("Wo ist meine Bestellung?"), TIMING);
    words.release();

    assertThat(told.log).containsExactly("started");
  }

  @Test
  void aMurmurOfWhichTheWordsComeWhenTheCallerGoesOnIsNoTurnEither() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.stopped(1);
    words.started(2);
    words.words(1, said("Mm-hmm."), TIMING);
    words.words(2, said("Yeah."), TIMING);

    assertThat(told.log)
        .containsExactly(
            "started", "stopped", "started", "ignored BACKCHANNEL", "ignored BACKCHANNEL");
  }

  @Test
  void butAnInterruptionIsOneAndStopsOurVoiceAtOnce() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.stopped(1);
    words.started(2);
    words.words(1, said("That is wrong."), TIMING);
    assertThat(told.log)
        .containsExactly(
            "started", "stopped", "started", "interrupted", "ready That is wrong. 0-2000");

    words.words(2, said(""), TIMING);
    assertThat(told.log).endsWith("turn That is wrong.");
  }

  @Test
  void whetherItBeganOverOurVoiceIsKnownOfEachUtterance() {
    words.started(1); // in our silence
    words.stopped(1);
    plays(Prompt.of("You have sixty days to return something."));
    words.started(2);
    words.words(1, said("Okay."), TIMING);
    words.words(2, said("Mm-hmm."), TIMING);

    assertThat(told.log).contains("ignored BACKCHANNEL").endsWith("turn Okay.");
  }

  @Test
  void aMurmurOverOurVoiceIsNoTurn() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.words(1, said("Mm-hmm."), TIMING);

    assertThat(told.log).containsExactly("started", "ignored BACKCHANNEL");
  }

  // ---- our own words

  @Test
  void aCallerWhoAnswersTheGreetingWithAWordOfItIsHeard() {
    plays(Prompt.of("How can I help you today with anything that you have bought?"));
    silence(100); // "help" is long past
    words.started(1);
    words.words(1, said("Help."), TIMING);

    assertThat(told.log).endsWith("turn Help.");
  }

  @Test
  void ourOwnWordsJustPlayedAreNot() {
    plays(Prompt.of("How can I help you today with anything that you have bought?"));
    silence(37); // four words, and a half
    words.started(1);
    words.words(1, said("I help"), TIMING);

    assertThat(told.log).endsWith("ignored ECHO");
  }
}
