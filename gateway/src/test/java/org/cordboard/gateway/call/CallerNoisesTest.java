package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.cordboard.dialog.Prompt;
import org.junit.jupiter.api.Test;

/** What becomes of sounds that are no words. */
class CallerNoisesTest extends CallerWordsFixture {
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
}
