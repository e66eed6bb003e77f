package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.turn.Backchannels;
import org.cordboard.speech.turn.BargeIn;
import org.cordboard.speech.turn.BargeIn.Said;
import org.cordboard.speech.turn.BargeInSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of utterances: turns, answers prepared ahead, or nothing. */
class CallerWordsTest extends PlayerFixture {
  private static final Ear.Timing TIMING = new Ear.Timing(2_000, 300, 20, 0);
  private final Told told = new Told();
  private final Interruption interruption =
      new Interruption(
          new BargeIn(
              Settings.parse("").bind("speech.barge-in", BargeInSettings.class),
              Backchannels.of(Locale.US)),
          player,
          clock,
          told);
  private boolean takenElsewhere;
  private final CallerWords words =
      new CallerWords(interruption, told, (language, turn, timing) -> takenElsewhere);

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

  // ---- noises that are no words

  @Test
  void whatStoppedOurVoiceAndWasNoWordIsTold() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.partial(1, "Wool");
    words.words(1, said(""), TIMING);
    assertThat(told.log).containsExactly("started", "partial Wool", "interrupted", "disturbed");

    told.log.clear();
    words.started(2);
    words.words(2, said(""), TIMING);
    assertThat(told.log).containsExactly("started", "no words");
  }

  @Test
  void nonsenseThatIsLeftOfItIsNoTurn() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.partial(1, "Wool");
    words.words(1, said("Woof, woof!"), TIMING);

    assertThat(told.log).containsExactly("started", "partial Wool", "interrupted", "disturbed");
  }

  @Test
  void wordsThatAreLeftOfItAreATurn() {
    plays(Prompt.of("You have sixty days to return something."));
    words.started(1);
    words.partial(1, "Wool");
    words.words(1, said("Wool socks."), TIMING);

    assertThat(told.log)
        .containsExactly("started", "partial Wool", "interrupted", "turn Wool socks.");
  }

  @Test
  void aLongNoiseIsAwaitedAndOurVoiceGoesOn() {
    plays(Prompt.of("You have sixty days to return something that you bought from us."));
    words.started(1);
    voice(100);
    words.stopped(1);
    assertThat(told.log).containsExactly("started", "hushed", "stopped");

    words.words(1, said(""), TIMING);
    assertThat(told.log).containsExactly("started", "hushed", "stopped", "resumed", "no words");
    assertThat(player.isPlaying()).isTrue();
  }

  @Test
  void whereTheRecogniserFailsAtALongVoiceWeStop() {
    plays(Prompt.of("You have sixty days to return something that you bought from us."));
    words.started(1);
    voice(100);
    words.stopped(1);
    words.failed(1, new IllegalStateException("broken"));

    assertThat(told.log)
        .containsExactly("started", "hushed", "stopped", "interrupted", "no words broken");
  }

  // ---- noise that seems to be a voice

  @Test
  void inSuchNoiseNobodySpeaksUntilThereAreWords() {
    words.started(1);
    words.stopped(1);
    words.started(2);
    words.din(true, 10_000);
    words.words(1, said(""), TIMING);
    words.stopped(2);
    words.words(2, said(""), TIMING);
    words.started(3);
    words.partial(3, "");
    words.words(3, said(""), TIMING);
    assertThat(told.log)
        .containsExactly("started", "stopped", "started", "noisy 10000", "stopped", "partial ");

    told.log.clear();
    words.started(4);
    words.partial(4, "Where");
    words.partial(4, "Where is my order?");
    words.stopped(4);
    words.words(4, said("Where is my order?"), TIMING);
    assertThat(told.log)
        .containsExactly(
            "started",
            "partial Where",
            "partial Where is my order?",
            "stopped",
            "turn Where is my order?");
  }

  @Test
  void wordsThatWereNoneAfterAllAreToldInSuchNoiseToo() {
    words.din(true, 10_000);
    words.started(1);
    words.partial(1, "Wh");
    words.words(1, said(""), TIMING);

    assertThat(told.log).containsExactly("noisy 10000", "started", "partial Wh", "no words");
  }

  @Test
  void ourVoiceIsHeardOverSuchNoiseAndStoppedByWordsAlone() {
    plays(Prompt.of("You have sixty days to return something that you bought from us."));
    words.started(1);
    voice(15);
    assertThat(told.log).containsExactly("started", "hushed");

    told.log.clear();
    words.din(true, 10_000);
    voice(50);
    assertThat(told.log).containsExactly("resumed", "noisy 10000");
    assertThat(player.soundingMs()).isPositive();

    told.log.clear();
    words.started(2);
    words.partial(2, "Where is");
    assertThat(told.log).containsExactly("started", "partial Where is", "interrupted");
  }

  @Test
  void whenSuchNoiseIsOverAVoiceCountsAgain() {
    words.din(true, 10_000);
    words.din(false, 0);
    words.started(1);
    words.words(1, said(""), TIMING);

    assertThat(told.log).containsExactly("noisy 10000", "started", "no words");
  }

  private void silence(int frames) {
    for (int i = 0; i < frames; i++) {
      clock.advance(Duration.ofMillis(20));
      words.frame(false, false, -90);
    }
  }

  private void voice(int frames) {
    for (int i = 0; i < frames; i++) {
      clock.advance(Duration.ofMillis(20));
      words.frame(true, true, -20);
    }
  }

  private void plays(Prompt prompt) {
    connect();
    player.say(1, prompt);
    clock.advance(Duration.ofMillis(500));
  }

  private static Prompt must(String text) {
    return new Prompt(text, false, Expecting.ANYTHING);
  }

  private static Transcript said(String text) {
    return new Transcript(text, 0.9, List.of(), 0, 16_000, Duration.ZERO);
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

  private static final class Told implements CallerWords.Owner, Interruption.Owner {
    final List<String> log = new ArrayList<>();

    @Override
    public void callerStarted() {
      log.add("started");
    }

    @Override
    public void settled() {}

    @Override
    public void late() {}

    @Override
    public void callerStopped() {
      log.add("stopped");
    }

    @Override
    public void partial(String text) {
      log.add("partial " + text);
    }

    @Override
    public void ready(CallerTurn turn) {
      log.add("ready " + turn.text() + " " + turn.startMs() + "-" + turn.endMs());
    }

    @Override
    public void turn(CallerTurn turn, Ear.Timing timing) {
      log.add("turn " + turn.text());
    }

    @Override
    public void ignored(Said kind, Transcript words, long endMs) {
      log.add("ignored " + kind);
    }

    @Override
    public void noWords(@Nullable Throwable failure, boolean overPrompt) {
      log.add("no words" + (failure == null ? "" : " " + failure.getMessage()));
    }

    @Override
    public void disturbed() {
      log.add("disturbed");
    }

    @Override
    public void noisy(long voiceMs) {
      log.add("noisy " + voiceMs);
    }

    @Override
    public void replaced(Replaced replaced) {
      log.add("replaced");
    }

    @Override
    public void hushed() {
      log.add("hushed");
    }

    @Override
    public void resumed() {
      log.add("resumed");
    }

    @Override
    public void interrupted() {
      log.add("interrupted");
    }
  }
}
