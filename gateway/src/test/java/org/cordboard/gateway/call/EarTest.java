package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.cordboard.speech.turn.Din;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.Test;

/** Utterances whose words come late, in another order, or never. */
class EarTest {
  private static final Duration BUDGET = Duration.ofSeconds(6);
  private static final int FRAME_SAMPLES = 160;
  private static final int MS_PER_FRAME = 20;

  private final ManualClock clock = new ManualClock();
  private final Told told = new Told();
  private final Ear ear =
      new Ear(
          SpeechParts.of(
              Settings.parse("speech.vad.type = energy"),
              List.of(new Mute()),
              List.of(new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO)))),
          new RecognitionHints(Locale.US, List.of()),
          BUDGET,
          clock,
          told);
  private int frames;

  @Test
  void wordsThatComeWhileTheCallerGoesOnAreNotLost() {
    utterance();
    utterance();
    says(1, "I want a refund.");
    says(2, "Hello?");

    assertThat(told.log).containsExactly("1 I want a refund.", "2 Hello?");
  }

  @Test
  void wordsThatComeInTheMidstOfTheNextUtteranceAreToldThen() {
    utterance();
    line(true, 400);
    says(1, "I want a refund.");

    assertThat(told.log).containsExactly("1 I want a refund.");
  }

  @Test
  void wordsAreToldInTheOrderInWhichTheyWereSaid() {
    utterance();
    utterance();
    says(2, "Hello?");
    assertThat(told.log).isEmpty();
    says(1, "I want a refund.");

    assertThat(told.log).containsExactly("1 I want a refund.", "2 Hello?");
  }

  @Test
  void eachIsToldOnce() {
    utterance();
    utterance();
    says(2, "Hello?");
    says(2, "Hello!");
    says(1, "I want a refund.");
    says(1, "I want a refund.");
    line(false, 10_000);

    assertThat(told.log).containsExactly("1 I want a refund.", "2 Hello?");
  }

  @Test
  void oneThatFailsTakesNoOtherWithIt() {
    utterance();
    utterance();
    fails(1);
    says(2, "Hello?");
    assertThat(told.log).containsExactly("1 failed: broken", "2 Hello?");

    told.log.clear();
    utterance();
    utterance();
    fails(4);
    says(3, "I want a refund.");
    assertThat(told.log).containsExactly("3 I want a refund.", "4 failed: broken");
  }

  @Test
  void theDeadlineOfOneIsNotMovedByTheNext() {
    utterance();
    Duration ended = Duration.ofNanos(clock.nanos());
    utterance();
    says(2, "Hello?");
    advance(ended.plus(BUDGET).minus(Duration.ofNanos(clock.nanos())).minusMillis(400));
    assertThat(told.log).isEmpty();
    advance(Duration.ofMillis(400));

    assertThat(told.log).containsExactly("1 failed: no words within PT6S", "2 Hello?");
    says(1, "I want a refund.");
    assertThat(told.log).hasSize(2);
  }

  @Test
  void theLastOfTwoMayMissItsDeadline() {
    utterance();
    utterance();
    says(1, "I want a refund.");
    line(false, 7_000);

    assertThat(told.log).containsExactly("1 I want a refund.", "2 failed: no words within PT6S");
  }

  @Test
  void timesAreThoseOfTheUtteranceItself() {
    utterance();
    long decided = ear.position();
    utterance();
    long waited = (ear.position() - decided) / 8;
    says(1, "I want a refund.");
    says(2, "Hello?");

    assertThat(told.timings.get(0).speechEndMs()).isEqualTo(600);
    assertThat(told.timings.get(0).endpointMs()).isEqualTo(decided / 8 - 600);
    assertThat(told.timings.get(0).decodeMs()).isEqualTo(waited);
    assertThat(told.timings.get(1).speechEndMs()).isEqualTo(decided / 8 + 600);
    assertThat(told.timings.get(1).decodeMs()).isZero();
  }

  @Test
  void aGuessAtWhatWasSaidBeforeDoesNotEndTheTurn() {
    line(true, 600);
    line(false, 100);
    ear.onPartial(1, new Transcript("Where is my order?", 0.9, List.of(), 0, 1_600, Duration.ZERO));
    line(false, 300);
    assertThat(told.stopped).isZero();

    ear.onPartial(1, new Transcript("Where is my order?", 0.9, List.of(), 0, 4_800, Duration.ZERO));
    line(false, 40);
    assertThat(told.stopped).isEqualTo(1);
  }

  @Test
  void noMoreWaitThanAnybodyCanSay() {
    AwaitedWords awaited =
        new AwaitedWords(
            BUDGET, clock, (ended, why) -> told.failed(ended.utterance(), why), late -> {});
    for (int i = 1; i <= 9; i++) {
      awaited.add(new AwaitedWords.Ended(i, 0, 0, 0, new Din.Asked(0, 0)));
    }

    assertThat(told.log).containsExactly("1 failed: too many utterances wait for words");
  }

  @Test
  void whenItIsClosedNothingIsToldAndNoTimerIsLeft() {
    utterance();
    utterance();
    ear.close();
    says(1, "I want a refund.");

    assertThat(told.log).isEmpty();
    assertThat(clock.pending()).as("timers").isZero();
  }

  /** 600 ms of voice, and the silence that ends it. */
  private void utterance() {
    line(true, 600);
    int ended = told.stopped;
    while (told.stopped == ended) {
      line(false, MS_PER_FRAME);
    }
  }

  private void advance(Duration span) {
    line(false, span.toMillis());
  }

  private void line(boolean voice, long ms) {
    byte[] frame = new byte[FRAME_SAMPLES];
    Arrays.fill(frame, MuLaw.encode(new short[] {(short) (voice ? 8_000 : 0)})[0]);
    for (long left = ms; left > 0; left -= MS_PER_FRAME) {
      clock.advance(Duration.ofMillis(MS_PER_FRAME));
      ear.hear(frame, (long) frames++ * MS_PER_FRAME);
    }
  }

  private void says(long utterance, String text) {
    ear.onFinal(utterance, said(text));
  }

  private void fails(long utterance) {
    ear.onFailure(utterance, new IllegalStateException("broken"));
  }

  private static Transcript said(String text) {
    return new Transcript(text, 0.9, List.of(), 0, 4_800, Duration.ZERO);
  }

  private static final class Told implements Ear.Listener {
    final List<String> log = new ArrayList<>();
    final List<Ear.Timing> timings = new ArrayList<>();
    int stopped;

    @Override
    public void started(long utterance) {}

    @Override
    public void frame(boolean loud, boolean voiced, double levelDb) {}

    @Override
    public void stopped(long utterance) {
      stopped++;
    }

    @Override
    public void partial(long utterance, String text) {}

    @Override
    public void words(long utterance, Transcript transcript, Ear.Timing timing) {
      log.add(utterance + " " + transcript.text());
      timings.add(timing);
    }

    @Override
    public void failed(long utterance, Throwable failure) {
      log.add(utterance + " failed: " + failure.getMessage());
    }
  }

  /** Says nothing by itself. */
  private static final class Mute implements SpeechRecognizer {
    @Override
    public String name() {
      return "mute";
    }

    @Override
    public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
      return new RecognitionStream() {
        @Override
        public void accept(AudioFrame frame) {}

        @Override
        public void speechStarted(long utterance, long startSample) {}

        @Override
        public void speechPaused(long utterance, long endSample) {}

        @Override
        public void speechResumed(long utterance) {}

        @Override
        public void speechEnded(long utterance, long endSample) {}

        @Override
        public void expect(Expectation expectation) {}

        @Override
        public void close() {}
      };
    }

    @Override
    public RecognizerLoad load() {
      return RecognizerLoad.IDLE;
    }

    @Override
    public void close() {}
  }
}
