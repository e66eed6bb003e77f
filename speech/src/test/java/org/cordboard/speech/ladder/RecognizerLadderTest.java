package org.cordboard.speech.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.speech.ladder.BreakerTest.SETTINGS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.junit.jupiter.api.Test;

class RecognizerLadderTest {
  private final ManualClock clock = new ManualClock();
  private final FakeRecognizer first = new FakeRecognizer("first");
  private final FakeRecognizer second = new FakeRecognizer("second");
  private final RecognizerLadder ladder = new RecognizerLadder(List.of(first, second), SETTINGS);
  private final Heard heard = new Heard();
  private final List<Replaced> replaced = new ArrayList<>();
  private RecognitionStream stream = ladder.open(RecognitionHints.english(), clock, heard);
  private long position;

  @Test
  void whatGoesWellStaysWithTheFirst() {
    utterance(1, 50);
    first.last().listener.onFinal(1, words("hello"));
    clock.advance(Duration.ofMinutes(1));

    assertThat(heard.log).containsExactly("final 1 hello");
    assertThat(second.streams).isEmpty();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void anUtteranceWhoseWordsDoNotComeGoesWholeToTheNext() {
    stream.expect(Expectation.DIGITS);
    talk(100);
    long start = position - 800;
    stream.speechStarted(1, start);
    talk(50);
    stream.speechEnded(1, position - 320);
    talk(5);
    clock.advance(SETTINGS.words().minusMillis(101));
    assertThat(second.streams).isEmpty();

    clock.advance(Duration.ofMillis(1));

    assertThat(first.last().closed).isTrue();
    assertThat(second.last().log)
        .containsExactly(
            "expect DIGITS", "start 1 at " + start, "end 1 at " + (position - 800 - 320));
    assertThat(second.last().firstSample).isLessThanOrEqualTo(start);
    assertThat(second.last().endSample).isEqualTo(position);
    assertThat(replaced)
        .containsExactly(new Replaced("first", "second", "no words within 2500 ms", true));
    second.last().listener.onFinal(1, words("four"));
    assertThat(heard.log).containsExactly("final 1 four");
  }

  @Test
  void anEngineThatFailsInMidSentenceLosesNothing() {
    talk(20);
    stream.speechStarted(1, position);
    talk(30);
    first.last().listener.onFailure(1, new IllegalStateException("broken"));
    talk(10);
    stream.speechEnded(1, position);
    second.last().listener.onFinal(1, words("all of it"));

    assertThat(second.last().frames).isEqualTo(60);
    assertThat(replaced).containsExactly(new Replaced("first", "second", "broken", false));
    assertThat(heard.log).containsExactly("final 1 all of it");
  }

  @Test
  void anEngineThatThrowsWhileNobodySpeaksIsReplacedUnnoticed() {
    talk(10);
    first.throwsOnAudio = true;
    talk(1);
    utterance(1, 20);
    second.last().listener.onFinal(1, words("hello"));

    assertThat(heard.log).containsExactly("final 1 hello");
    assertThat(replaced).singleElement().satisfies(each -> assertThat(each.late()).isFalse());
  }

  @Test
  void anEngineThatThrowsAtTheStartOrTheEndIsReplaced() {
    first.throwsAtStart = true;
    utterance(1, 20);
    second.last().listener.onFinal(1, words("one"));
    second.throwsAtEnd = true;
    utterance(2, 20);

    assertThat(heard.log).containsExactly("final 1 one", "failure 2 second dies at the end");
  }

  @Test
  void anEngineThatDoesNotOpenIsPassedOver() {
    first.throwsAtOpen = true;
    stream = ladder.open(RecognitionHints.english(), clock, heard);
    clock.advance(Duration.ofMillis(1));
    utterance(1, 20);
    second.last().listener.onFinal(1, words("hello"));

    assertThat(heard.log).containsExactly("final 1 hello");
    assertThat(replaced)
        .containsExactly(new Replaced("first", "second", "first does not open", false));
  }

  @Test
  void onlyOneAnswerLeavesHoweverOftenAndLateItIsGiven() {
    utterance(1, 20);
    RecognitionListener old = first.last().listener;
    old.onFinal(1, words("once"));
    old.onFinal(1, words("twice"));
    old.onFailure(1, new IllegalStateException("and then"));
    utterance(2, 20);
    clock.advance(SETTINGS.words());
    old.onFinal(2, words("too late"));
    second.last().listener.onFinal(2, words("in time"));
    old.onPartial(2, words("still here"));
    old.onFailure(2, new IllegalStateException("much too late"));

    assertThat(heard.log).containsExactly("final 1 once", "final 2 in time");
  }

  @Test
  void anAnswerBeforeTheEndIsNoAnswer() {
    stream.speechStarted(1, 0);
    talk(10);
    first.last().listener.onFinal(1, words("hel"));
    talk(10);
    stream.speechEnded(1, position);
    first.last().listener.onFinal(1, words("hello"));

    assertThat(heard.log).containsExactly("final 1 hello");
  }

  @Test
  void anEngineThatStopsShowingLifeIsReplacedWhileTheCallerSpeaks() {
    stream.speechStarted(1, 0);
    talk(10);
    first.last().listener.onAlive(1);
    talk(74); // 1.48 s
    assertThat(replaced).isEmpty();
    talk(2);

    assertThat(replaced)
        .containsExactly(new Replaced("first", "second", "no sign of life for 1500 ms", false));
    assertThat(second.last().log).contains("start 1 at 0");
  }

  @Test
  void whenAllFailTheUtteranceFailsOnceAndTheNextIsANewTrial() {
    first.failsAtEnd = true;
    second.failsAtEnd = true;
    utterance(1, 20);
    assertThat(heard.log).containsExactly("failure 1 second fails");

    first.failsAtEnd = false;
    utterance(2, 20);
    first.last().listener.onFinal(2, words("again"));
    assertThat(heard.log).containsExactly("failure 1 second fails", "final 2 again");
  }

  @Test
  void aSecondThatStallsTooFailsTheUtterance() {
    utterance(1, 20);
    clock.advance(SETTINGS.words().multipliedBy(2));
    assertThat(heard.log).containsExactly("failure 1 no words within 2500 ms");
  }

  @Test
  void anUtteranceThatIsStillOpenWhenTheLastFailsIsAnsweredAtItsEnd() {
    stream.speechStarted(1, 0);
    talk(10);
    first.throwsOnAudio = true;
    second.throwsOnAudio = true;
    talk(10);
    assertThat(heard.log).isEmpty();
    stream.speechEnded(1, position);
    assertThat(heard.log).containsExactly("failure 1 second chokes");
  }

  @Test
  void twoUtterancesThatAreOwedAreBothHandedOverInOrder() {
    utterance(1, 20);
    talk(3);
    long start = position;
    stream.speechStarted(2, start);
    talk(10);
    stream.speechPaused(2, position);
    first.last().listener.onFailure(1, new IllegalStateException("gone"));

    assertThat(second.last().log)
        .containsExactly(
            "expect FREE", "start 1 at 0", "end 1 at 3200", "start 2 at " + start, "pause 2");
  }

  @Test
  void afterFailuresInARowNewCallsBeginWithTheSecondUntilATrialWorks() {
    for (int call = 0; call < SETTINGS.failures(); call++) {
      open();
      utterance(1, 10);
      first.last().listener.onFailure(1, new IllegalStateException("down"));
      second.last().listener.onFinal(1, words("ok"));
    }
    int before = first.streams.size();
    open();
    assertThat(first.streams).hasSize(before);
    assertThat(ladder.load().waiting()).isEqualTo("second".length());

    clock.advance(SETTINGS.rest());
    open();
    assertThat(first.streams).as("the trial").hasSize(before + 1);
    open();
    assertThat(first.streams).as("one at a time").hasSize(before + 1);
    first.last().listener.onFinal(99, words("no such utterance"));
    open();
    assertThat(first.streams).hasSize(before + 1);
  }

  @Test
  void aCallWhoseFirstRecogniserHasNoRoomBeginsWithTheSecondAndSaysSo() {
    first.lag = Duration.ofMinutes(10); // speech nodes, all of them away
    assertThat(ladder.load().lag()).as("what admission goes by").isZero();
    open();
    utterance(1, 20);
    second.last().listener.onFinal(1, words("at once"));

    assertThat(heard.log).containsExactly("final 1 at once");
    assertThat(replaced)
        .containsExactly(
            new Replaced("first", "second", "no room: words would wait 600000 ms", false));
    second.lag = Duration.ofMinutes(11);
    assertThat(ladder.load().lag()).isEqualTo(Duration.ofMinutes(10));
    first.lag = Duration.ofSeconds(1);
    int before = first.streams.size();
    open();
    assertThat(first.streams).as("late, and not hopelessly").hasSize(before + 1);
  }

  @Test
  void whoDoesNotHearTheUsualLanguageGivesNoRoom() {
    RecognizerLadder korean = new RecognizerLadder(List.of(first, second), SETTINGS, Locale.KOREA);
    first.lag = Duration.ofSeconds(3);
    second.onlyEnglish = true;
    assertThat(korean.load().lag()).isEqualTo(first.lag);
    second.onlyEnglish = false;
    assertThat(korean.load().lag()).isZero();
  }

  @Test
  void aTrialThatWorksBringsTheFirstBack() {
    afterFailuresInARowNewCallsBeginWithTheSecondUntilATrialWorks();
    clock.advance(SETTINGS.rest());
    open();
    utterance(1, 10);
    first.last().listener.onFinal(1, words("back"));
    int before = first.streams.size();
    open();
    open();
    assertThat(first.streams).hasSize(before + 2);
  }

  @Test
  void anEngineThatDoesNotHearTheLanguageIsNoRung() {
    second.onlyEnglish = true;
    stream = ladder.open(new RecognitionHints(Locale.KOREA, List.of()), clock, heard);
    utterance(1, 20);
    clock.advance(Duration.ofSeconds(20));
    assertThat(second.streams).isEmpty();
    assertThat(heard.log).as("nobody to go to, so nothing is overdue").isEmpty();
    first.last().listener.onFailure(1, new IllegalStateException("kaputt"));
    assertThat(heard.log).containsExactly("failure 1 kaputt");
  }

  @Test
  void aClosedStreamSaysNothingAndHoldsNoTimer() {
    utterance(1, 20);
    stream.close();
    first.last().listener.onFinal(1, words("late"));
    clock.advance(Duration.ofSeconds(10));
    talk(1);

    assertThat(heard.log).isEmpty();
    assertThat(first.last().closed).isTrue();
    assertThat(clock.pending()).isZero();
  }

  private void open() {
    position = 0;
    stream = ladder.open(RecognitionHints.english(), clock, heard);
  }

  private void utterance(long id, int frames) {
    stream.speechStarted(id, position);
    talk(frames);
    stream.speechEnded(id, position);
  }

  private void talk(int frames) {
    for (int i = 0; i < frames; i++) {
      stream.accept(new AudioFrame(AudioFormat.MULAW_8K, new byte[160], position));
      position += 160;
      clock.advance(Duration.ofMillis(20));
    }
  }

  private static Transcript words(String text) {
    return new Transcript(text, 0.9, List.of(), 0, 0, Duration.ZERO);
  }

  private final class Heard implements RecognitionListener {
    final List<String> log = new ArrayList<>();

    @Override
    public void onPartial(long utterance, Transcript transcript) {
      log.add("partial " + utterance + " " + transcript.text());
    }

    @Override
    public void onFinal(long utterance, Transcript transcript) {
      log.add("final " + utterance + " " + transcript.text());
    }

    @Override
    public void onFailure(long utterance, Throwable failure) {
      log.add("failure " + utterance + " " + failure.getMessage());
    }

    @Override
    public void onReplaced(Replaced each) {
      replaced.add(each);
    }
  }
}
