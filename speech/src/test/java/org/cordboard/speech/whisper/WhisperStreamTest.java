package org.cordboard.speech.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decodes take 400 ms of virtual time; frames are fed as they would come. */
class WhisperStreamTest implements RecognitionListener {
  private final ManualClock clock = new ManualClock();
  private final InlineWorkers workers =
      new InlineWorkers("test", Duration.ZERO, Duration.ofMillis(400));
  private final InlineWorkers sketchers =
      new InlineWorkers("sketches", Duration.ZERO, Duration.ofMillis(500));
  private final CountingEngine engine = new CountingEngine();
  private final WhisperSettings settings =
      new WhisperSettings(
          Optional.empty(),
          1,
          1,
          8,
          true,
          1,
          Duration.ofMillis(600),
          false,
          Duration.ofMillis(160));
  private final WhisperRecognizer recognizer =
      new WhisperRecognizer(
          "test", settings, new WhisperDecoder(engine), workers, sketchers, clock);
  private final List<String> told = new ArrayList<>();
  private final List<String> partials = new ArrayList<>();
  private RecognitionStream stream;
  private long position;

  @BeforeEach
  void open() {
    stream = recognizer.open(RecognitionHints.english(), clock, this);
    feed(1_000);
  }

  @Override
  public void onPartial(long utterance, Transcript transcript) {
    partials.add(transcript.text() + " @" + clock.nanos() / 1_000_000);
  }

  @Override
  public void onFinal(long utterance, Transcript transcript) {
    told.add(utterance + " " + transcript.text() + " @" + clock.nanos() / 1_000_000);
  }

  @Override
  public void onFailure(long utterance, Throwable failure) {
    told.add(utterance + " failed: " + failure.getClass().getSimpleName());
  }

  @Test
  void aTrialBegunInThePauseIsReadyWhenTheTurnEnds() {
    speak();
    stream.speechPaused(7, position);
    feed(440);
    stream.speechEnded(7, position - 3_520);
    assertThat(told).containsExactly("7 words 1 @2440"); // no wait at all
    assertThat(engine.decodes).isEqualTo(1);
    assertThat(recognizer.wastedDecodes()).isZero();
  }

  @Test
  void aTrialUnderWayIsWaitedFor() {
    speak();
    stream.speechPaused(7, position);
    feed(200);
    stream.speechEnded(7, position - 1_600);
    assertThat(told).isEmpty();
    feed(200);
    assertThat(told).containsExactly("7 words 1 @2400");
  }

  @Test
  void aTrialIsThrownAwayWhenTheCallerGoesOn() {
    speak();
    stream.speechPaused(7, position);
    feed(420);
    stream.speechResumed(7);
    feed(1_000);
    stream.speechEnded(7, position);
    feed(400);
    assertThat(told).hasSize(1).first().asString().startsWith("7 words 2");
    assertThat(recognizer.wastedDecodes()).isEqualTo(1);
  }

  @Test
  void withoutATrialTheDecodeBeginsAtTheEnd() {
    speak();
    stream.speechEnded(7, position);
    assertThat(recognizer.load().waiting()).isEqualTo(1);
    assertThat(recognizer.load().lag()).isPositive();
    feed(400);
    assertThat(told).containsExactly("7 words 1 @2400");
    assertThat(recognizer.load().waiting()).isZero();
    assertThat(recognizer.load().lag()).isZero();
  }

  @Test
  void nothingIsToldAfterClosing() {
    speak();
    stream.speechEnded(7, position);
    stream.close();
    stream.close();
    clock.advance(Duration.ofSeconds(2));
    assertThat(told).isEmpty();
  }

  @Test
  void aFailureTakesThePlaceOfTheFinal() {
    engine.failure = new RejectedExecutionException("full");
    speak();
    stream.speechEnded(7, position);
    feed(400);
    assertThat(told).containsExactly("7 failed: RejectedExecutionException");
  }

  @Test
  void aTrialThatFailedIsTriedAgainAtTheEnd() {
    engine.failure = new IllegalStateException("once");
    speak();
    stream.speechPaused(7, position);
    feed(440);
    engine.failure = null;
    stream.speechEnded(7, position - 3_520);
    feed(400);
    assertThat(told).hasSize(1).first().asString().startsWith("7 words");
  }

  @Test
  void theUtteranceIsDecodedFromItsStartWithItsTail() {
    stream.speechStarted(7, position - 4_000);
    feed(1_000);
    long end = position;
    feed(440);
    stream.speechEnded(7, end);
    feed(400);
    // 0.5 s before, 1 s of speech, 160 ms of tail, at 16 kHz, with 200 ms of silence on each side
    assertThat(engine.lastLength).isEqualTo((500 + 1_000 + 160 + 400) * 16);
  }

  @Test
  void theFirstCallOfAProcessWarmsTheEngineUpOnce() {
    WhisperSettings warming =
        new WhisperSettings(
            Optional.empty(),
            1,
            1,
            8,
            true,
            1,
            Duration.ofMillis(600),
            true,
            Duration.ofMillis(160));
    WhisperRecognizer cold =
        new WhisperRecognizer(
            "test", warming, new WhisperDecoder(engine), workers, sketchers, clock);
    cold.open(RecognitionHints.english(), clock, this);
    cold.open(RecognitionHints.english(), clock, this);
    feed(1_000);
    assertThat(engine.decodes).isEqualTo(1);
    assertThat(told).isEmpty();
  }

  @Test
  void wordsAreGuessedWhileTheyAreSpoken() {
    stream.speechStarted(7, position);
    feed(3_000);
    assertThat(partials)
        .containsExactly("guess 1 @2100", "guess 2 @2700", "guess 3 @3300", "guess 4 @3900");
    assertThat(told).isEmpty();
  }

  @Test
  void aFinalWaitsForNoGuess() {
    stream.speechStarted(7, position);
    feed(620); // a guess is under way, until 2.1 s
    stream.speechPaused(7, position);
    feed(20);
    stream.speechEnded(7, position);
    feed(1_000);
    assertThat(told).containsExactly("7 words 1 @2020"); // 400 ms after the pause
    assertThat(partials).as("a guess that comes after the end").isEmpty();
  }

  @Test
  void nothingIsGuessedWhileAnythingIsDecodedOrInAPause() {
    RecognitionStream other = recognizer.open(RecognitionHints.english(), clock, this);
    other.speechStarted(9, 0);
    stream.speechStarted(7, position);
    feed(500);
    other.speechEnded(9, 8); // 400 ms of decoding
    feed(380);
    assertThat(engine.sketches).isZero();
    stream.speechPaused(7, position);
    feed(2_000);
    assertThat(engine.sketches).isZero();
  }

  @Test
  void whatWasDecodedOnTrialIsToldAsWordsSoFar() {
    speak();
    partials.clear();
    stream.speechPaused(7, position);
    feed(600);
    assertThat(partials).containsExactly("words 1 @2400");
    stream.speechResumed(7);
    assertThat(told).isEmpty();
  }

  @Test
  void aTrialThatFindsNoFreeWorkerBeginsWhenOneIs() {
    RecognitionStream other = recognizer.open(RecognitionHints.english(), clock, this);
    other.speechStarted(9, 0);
    speak();
    other.speechEnded(9, 8); // 400 ms of decoding, from 2.0 s on
    feed(100);
    partials.clear(); // a guess at what was said meanwhile
    stream.speechPaused(7, position - 1_600);
    feed(800);
    assertThat(partials).containsExactly("words 2 @2800");
    told.clear();
    stream.speechEnded(7, position - 8_000);
    assertThat(told).containsExactly("7 words 2 @2900");
    assertThat(recognizer.wastedDecodes()).isZero();
  }

  @Test
  void noTrialBeginsWhenTheCallerHasGoneOnBeforeAWorkerWasFree() {
    RecognitionStream other = recognizer.open(RecognitionHints.english(), clock, this);
    other.speechStarted(9, 0);
    speak();
    other.speechEnded(9, 8);
    stream.speechPaused(7, position);
    feed(100);
    stream.speechResumed(7);
    feed(400);
    assertThat(engine.decodes).isEqualTo(1);
  }

  private void speak() {
    stream.speechStarted(7, position);
    feed(1_000);
  }

  private void feed(int millis) {
    for (int i = 0; i < millis / 20; i++) {
      clock.advance(Duration.ofMillis(20));
      stream.accept(new AudioFrame(AudioFormat.MULAW_8K, new byte[160], position));
      position += 160;
    }
  }

  private static final class CountingEngine implements Decoding {
    int decodes;
    int sketches;
    int lastLength;
    RuntimeException failure;

    @Override
    public String decode(float[] audio, int audioContext, String prompt) {
      if (failure != null) {
        throw failure;
      }
      lastLength = audio.length;
      return "words " + ++decodes;
    }

    @Override
    public String sketch(float[] audio, int audioContext) {
      return "guess " + ++sketches;
    }

    @Override
    public void close() {}
  }
}
