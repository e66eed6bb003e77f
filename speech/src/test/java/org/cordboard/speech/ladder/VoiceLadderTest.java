package org.cordboard.speech.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.speech.ladder.BreakerTest.SETTINGS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.text.Spoken;
import org.junit.jupiter.api.Test;

class VoiceLadderTest {
  private static final String TEXT = "Your order has been sent today";

  private final ManualClock clock = new ManualClock();
  private final Voice first = new Voice("first");
  private final Voice second = new Voice("second");
  private final VoiceLadder ladder = new VoiceLadder(List.of(first, second), SETTINGS);
  private final Ears ears = new Ears();

  @Test
  void aVoiceThatSpeaksIsLeftAlone() {
    speak();
    first.listener.onWord(0, 4, 0);
    first.listener.onAudio(new byte[8_000]);
    first.listener.onEnd();
    clock.advance(Duration.ofMinutes(1));

    assertThat(ears.log).containsExactly("word 0-4 at 0", "audio 8000", "end");
    assertThat(second.texts).isEmpty();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void aVoiceThatSaysNothingInTimeIsReplacedAndNothingIsLeftOut() {
    speak();
    clock.advance(SETTINGS.firstAudio().minusMillis(1));
    assertThat(second.texts).isEmpty();
    clock.advance(Duration.ofMillis(1));

    assertThat(second.texts).containsExactly(TEXT);
    assertThat(first.cancelled).isTrue();
    assertThat(ears.replaced)
        .containsExactly(new Replaced("first", "second", "no audio within 1200 ms", true));
    first.listener.onAudio(new byte[800]);
    second.listener.onAudio(new byte[1_600]);
    second.listener.onEnd();
    assertThat(ears.log).containsExactly("audio 1600", "end");
  }

  @Test
  void aVoiceThatBreaksInMidSentenceIsContinuedAtTheWordThatWasCut() {
    speak();
    first.listener.onWord(0, 4, 0);
    first.listener.onWord(5, 10, 2_400);
    first.listener.onWord(11, 14, 5_000); // announced, not given
    first.listener.onAudio(new byte[3_000]);
    first.listener.onFailure(new IllegalStateException("broken"));

    assertThat(second.texts).containsExactly("order has been sent today");
    second.listener.onWord(0, 5, 0);
    second.listener.onAudio(new byte[16_000]);
    second.listener.onEnd();
    assertThat(ears.log)
        .containsExactly(
            "word 0-4 at 0",
            "word 5-10 at 2400",
            "word 11-14 at 5000",
            "audio 3000",
            "word 5-10 at 3000",
            "audio 16000",
            "end");
  }

  @Test
  void aWordThatWasGivenWholeIsNotSaidAgain() {
    speak();
    first.listener.onWord(0, 4, 0);
    first.listener.onAudio(new byte[4_000]);
    first.listener.onFailure(new IllegalStateException("broken"));

    assertThat(second.texts).containsExactly(" order has been sent today");
  }

  @Test
  void withoutWordTimesAnotherVoiceGoesOnAboutThereAtAWord() {
    speak();
    first.listener.onAudio(new byte[8_000]); // a second: about 13 letters
    first.listener.onFailure(new IllegalStateException("broken"));

    assertThat(second.texts).containsExactly("has been sent today");
  }

  @Test
  void aVoiceThatStopsIsReplacedBeforeWhatItGaveHasBeenPlayed() {
    speak();
    first.listener.onAudio(new byte[24_000]); // three seconds
    clock.advance(Duration.ofMillis(2_699));
    assertThat(second.texts).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(second.texts).hasSize(1);
    assertThat(ears.replaced).singleElement().satisfies(r -> assertThat(r.late()).isFalse());
  }

  @Test
  void aVoiceThatEndsWithoutASoundHasFailed() {
    speak();
    first.listener.onEnd();
    second.listener.onAudio(new byte[1_600]);
    second.listener.onEnd();
    assertThat(ears.log).containsExactly("audio 1600", "end");
  }

  @Test
  void aTextWithNothingToSayMayBeSilent() {
    ladder.speak(SpeechRequest.of("…", ""), clock, ears);
    first.listener.onEnd();
    assertThat(ears.log).containsExactly("end");
  }

  @Test
  void aVoiceThatDoesNotStopIsCutOffAndThePromptIsOver() {
    speak();
    long most = SpokenLength.most(TEXT, 1).toMillis() * 8;
    for (long given = 0; given <= most + 80_000; given += 8_000) {
      first.listener.onAudio(new byte[8_000]);
    }
    first.listener.onEnd();

    assertThat(first.cancelled).isTrue();
    assertThat(ears.bytes).isLessThanOrEqualTo(most);
    assertThat(ears.log).filteredOn("end"::equals).hasSize(1);
    assertThat(ears.replaced).singleElement().satisfies(r -> assertThat(r.to()).isEmpty());
  }

  @Test
  void wordsThatAreSaidAgainAreCutOffWhereTheyBegin() {
    speak();
    first.listener.onWord(0, 4, 0);
    first.listener.onWord(5, 10, 8_000);
    first.listener.onWord(0, 4, 16_100);
    first.listener.onAudio(new byte[16_000]);
    first.listener.onAudio(new byte[16_000]);
    first.listener.onEnd();

    assertThat(ears.bytes).isEqualTo(16_100);
    assertThat(ears.log)
        .containsExactly("word 0-4 at 0", "word 5-10 at 8000", "audio 16000", "audio 100", "end");
    assertThat(ears.replaced)
        .containsExactly(new Replaced("first", "", "words were said twice", false));
    assertThat(first.cancelled).isTrue();
  }

  @Test
  void wordsBeyondTheTextAreCutOffThough() {
    speak();
    first.listener.onWord(0, 4, 0);
    first.listener.onWord(TEXT.length() + 1, TEXT.length() + 5, 16_000);
    first.listener.onAudio(new byte[32_000]); // all of it in one piece

    assertThat(ears.log).containsExactly("word 0-4 at 0", "audio 16000", "end");
  }

  @Test
  void aVoiceThatTakesTwiceAsLongAsItDidIsCutOff() {
    for (int i = 0; i < 20; i++) {
      speak();
      first.listener.onAudio(new byte[16_000]); // two seconds
      first.listener.onEnd();
    }
    ears.bytes = 0;
    speak();
    first.listener.onAudio(new byte[16_000]);
    first.listener.onAudio(new byte[16_000]);
    assertThat(ears.bytes).as("1.6 of two seconds, and pauses").isEqualTo((3_200 + 700) * 8);
    assertThat(ears.replaced)
        .containsExactly(new Replaced("first", "", "more audio than its words can take", false));
  }

  @Test
  void tooMuchAtOnceIsNotPlayedWhenAnotherVoiceCanSpeak() {
    speak();
    first.listener.onAudio(new byte[160_000]);
    assertThat(second.texts).containsExactly(TEXT);
    second.listener.onAudio(new byte[16_000]);
    second.listener.onEnd();
    assertThat(ears.log).containsExactly("audio 16000", "end");
  }

  @Test
  void tooMuchAtOnceIsPlayedInPartByTheOnlyVoice() {
    new VoiceLadder(List.of(first), SETTINGS).speak(SpeechRequest.of(TEXT, ""), clock, ears);
    first.listener.onAudio(new byte[160_000]);
    assertThat(ears.bytes).isEqualTo(SpokenLength.most(TEXT, 1).toMillis() * 8);
    assertThat(ears.log).endsWith("end");
  }

  @Test
  void theOnlyVoiceIsGivenTwiceAsLongToBegin() {
    new VoiceLadder(List.of(first), SETTINGS).speak(SpeechRequest.of(TEXT, ""), clock, ears);
    clock.advance(SETTINGS.firstAudio().multipliedBy(2).minusMillis(1));
    assertThat(ears.log).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(ears.log).containsExactly("failure no audio within 2400 ms");
    assertThat(first.cancelled).isTrue();
  }

  @Test
  void thatManyLettersTakeThatLongAtMost() {
    assertThat(SpokenLength.most("yes", 1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(SpokenLength.most("481927", 1)).isGreaterThan(Duration.ofSeconds(6));
    assertThat(SpokenLength.most(TEXT, 1)).isLessThan(Duration.ofSeconds(7));
    assertThat(SpokenLength.most(TEXT, 0.5)).isGreaterThan(SpokenLength.most(TEXT, 1));
  }

  @Test
  void aVoiceThatThrowsIsReplacedAndWhenAllFailThePromptFailsOnce() {
    first.throwsAtOnce = true;
    speak();
    assertThat(second.texts).containsExactly(TEXT);
    second.listener.onFailure(new IllegalStateException("too"));
    second.listener.onFailure(new IllegalStateException("again"));
    assertThat(ears.log).containsExactly("failure too");
  }

  @Test
  void aNameOfTheFirstVoiceIsNotAskedOfTheSecond() {
    ladder.speak(new SpeechRequest(TEXT, "fine", 0.9, 1.2), clock, ears);
    first.listener.onFailure(new IllegalStateException("broken"));
    assertThat(first.voice).isEqualTo("fine");
    assertThat(second.voice).isEmpty();
    assertThat(second.rate).isEqualTo(0.9);
  }

  @Test
  void markupGoesWholeToAVoiceThatReadsItAndTheOthersGetPlainWords() {
    assertThat(ladder.readsMarkup()).isFalse();
    first.readsMarkup = true;
    assertThat(ladder.readsMarkup()).isTrue();
    Optional<Spoken> markup = Optional.of(Spoken.asWritten("<speak>" + TEXT + "</speak>"));
    ladder.speak(new SpeechRequest(TEXT, "", 1, 1, markup), clock, ears);
    assertThat(first.markup).isEqualTo(markup);
    first.listener.onWord(0, 4, 0);
    first.listener.onWord(5, 10, 2_400);
    first.listener.onAudio(new byte[3_000]);
    second.readsMarkup = true;
    first.listener.onFailure(new IllegalStateException("broken"));

    assertThat(second.texts).containsExactly("order has been sent today");
    assertThat(second.markup).as("of a text that was cut").isEmpty();
  }

  @Test
  void aVoiceBelowThatDoesNotReadMarkupIsNotGivenIt() {
    first.readsMarkup = true;
    Optional<Spoken> markup = Optional.of(Spoken.asWritten("<speak>" + TEXT + "</speak>"));
    ladder.speak(new SpeechRequest(TEXT, "", 1, 1, markup), clock, ears);
    first.listener.onFailure(new IllegalStateException("broken"));

    assertThat(second.texts).containsExactly(TEXT);
    assertThat(second.markup).isEmpty();
  }

  @Test
  void nothingIsHeardAfterACancel() {
    Synthesis speech = speak();
    speech.cancel();
    speech.cancel();
    first.listener.onAudio(new byte[800]);
    first.listener.onFailure(new IllegalStateException("late"));
    clock.advance(Duration.ofSeconds(10));

    assertThat(first.cancelled).isTrue();
    assertThat(ears.log).isEmpty();
    assertThat(second.texts).isEmpty();
  }

  @Test
  void afterFailuresInARowPromptsBeginWithTheSecond() {
    for (int i = 0; i < SETTINGS.failures(); i++) {
      speak();
      first.listener.onFailure(new IllegalStateException("down"));
      second.listener.onAudio(new byte[800]);
      second.listener.onEnd();
    }
    int asked = first.texts.size();
    speak();
    assertThat(first.texts).hasSize(asked);
    assertThat(second.texts).hasSize(asked + 1);
  }

  private Synthesis speak() {
    return ladder.speak(SpeechRequest.of(TEXT, ""), clock, ears);
  }

  private static final class Voice implements SpeechSynthesizer {
    final List<String> texts = new ArrayList<>();
    private final String name;
    SynthesisListener listener = new Ears();
    String voice = "";
    double rate;
    boolean cancelled;
    boolean throwsAtOnce;
    boolean readsMarkup;
    Optional<Spoken> markup = Optional.empty();

    Voice(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<String> voices() {
      return List.of("fine");
    }

    @Override
    public boolean readsMarkup() {
      return readsMarkup;
    }

    @Override
    public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener to) {
      if (throwsAtOnce) {
        throw new IllegalStateException("not today");
      }
      texts.add(request.text());
      voice = request.voice();
      rate = request.rate();
      markup = request.markup();
      listener = to;
      return () -> cancelled = true;
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  private static final class Ears implements SynthesisListener {
    final List<String> log = new ArrayList<>();
    final List<Replaced> replaced = new ArrayList<>();
    long bytes;

    @Override
    public void onAudio(byte[] mulaw) {
      bytes += mulaw.length;
      log.add("audio " + mulaw.length);
    }

    @Override
    public void onWord(int from, int to, long startSample) {
      log.add("word " + from + "-" + to + " at " + startSample);
    }

    @Override
    public void onEnd() {
      log.add("end");
    }

    @Override
    public void onFailure(Throwable failure) {
      log.add("failure " + failure.getMessage());
    }

    @Override
    public void onReplaced(Replaced each) {
      replaced.add(each);
    }
  }
}
