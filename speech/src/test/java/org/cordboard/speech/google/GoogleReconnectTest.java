package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.speech.google.GoogleFixture.assertSame;

import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that break, are refused, or never answer. */
class GoogleReconnectTest {
  private final TestLoop loop = new TestLoop();
  private final Speaker caller = new Speaker(loop);
  private FakeSpeech google;
  private GoogleRecognizer recognizer;

  @BeforeEach
  void start() throws IOException {
    google = new FakeSpeech();
  }

  @AfterEach
  void stop() {
    recognizer.close();
    google.close();
  }

  private RecognitionStream listen(String more) {
    recognizer = GoogleRecognizer.load(GoogleFixture.settings(google.endpoint(), more));
    RecognitionStream stream = recognizer.open(RecognitionHints.english(), loop, caller);
    caller.into(stream);
    return stream;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNAVAILABLE", "INTERNAL", "ABORTED", "OUT_OF_RANGE", "OK"})
  void aStreamThatBreaksInAWordIsHeardAgainFromItsStart(String code) throws Exception {
    google.plans.add(
        FakeSpeech.Plan.failing(Status.fromCodeValue(Status.Code.valueOf(code).value()), 5_000));
    RecognitionStream stream = listen("");
    stream.speechStarted(1, 0);
    caller.says(1, 2, 3, 4);
    loop.until(() -> google.streams.size() == 2, "another stream");
    caller.says(5, 6);
    long end = caller.position();
    stream.speechEnded(1, end);
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text()).isEqualTo("w1 w2 w3 w4 w5 w6");
    assertThat(caller.events).containsExactly("final 1");
    assertSame(google.stream(1).audio(), caller.spoken(0, end));
    assertThat(recognizer.counts().reopened()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsNotYetFinalIsHeardAgain() throws Exception {
    google.plans.add(FakeSpeech.Plan.failing(Status.UNAVAILABLE, 12_000));
    RecognitionStream stream = listen("");
    stream.speechStarted(1, 0);
    caller.says(1, 2).silence(30); // these two become final: 44 and 25 frames
    loop.until(
        () -> caller.partials.stream().anyMatch(words -> words.startsWith("w1 w2")),
        "the first words");
    caller.says(3, 4, 5);
    loop.until(() -> google.streams.size() == 2, "another stream");
    caller.says(6);
    long end = caller.position();
    stream.speechEnded(1, end);
    loop.until(caller::answered, "the final");
    Transcript heard = caller.finals.get(0);
    assertThat(heard.text()).isEqualTo("w1 w2 w3 w4 w5 w6");
    long settled = (21 + 25) * 160;
    assertSame(google.stream(1).audio(), caller.spoken(settled, end));
    assertThat(heard.words())
        .extracting(Transcript.Word::startSample)
        .containsExactly(0L, 1_760L, 52 * 160L, 63 * 160L, 74 * 160L, 85 * 160L);
  }

  @Test
  void aStreamThatBreaksAfterTheEndIsHeardAgainToo() throws Exception {
    google.plans.add(FakeSpeech.Plan.failing(Status.UNAVAILABLE, 3_520));
    RecognitionStream stream = listen("");
    stream.speechStarted(1, 0);
    caller.says(1, 2);
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text()).isEqualTo("w1 w2");
    assertThat(google.streams).hasSize(2);
  }

  @Test
  void triesAreBoundedAndGrowApart() throws Exception {
    google.usual = FakeSpeech.Plan.failing(Status.UNAVAILABLE, 0);
    RecognitionStream stream = listen("speech.google.recognizer.limits.attempts = 3");
    stream.speechStarted(1, 0);
    caller.says(1);
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the failure");
    assertThat(caller.events).containsExactly("failure 1");
    assertThat(google.streams).hasSize(3);
    assertThat(caller.failures.get(0))
        .hasMessageContainingAll(
            "Google Speech cannot be reached", "check the network", "speech.google.endpoint");
    assertThat(recognizer.load().waiting()).isZero();
  }

  @Test
  void nobodyAtTheAddressIsTheSame() throws Exception {
    google.close();
    RecognitionStream stream = listen("speech.google.recognizer.limits.attempts = 2");
    stream.speechStarted(1, 0);
    caller.says(1);
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the failure");
    assertThat(caller.failures.get(0)).hasMessageContaining("cannot be reached");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNAUTHENTICATED|does not accept the credentials|speech.google.credentials",
        "PERMISSION_DENIED|denies permission|roles/speech.client",
        "RESOURCE_EXHAUSTED|has no quota left|IAM & Admin, Quotas",
        "INVALID_ARGUMENT|refuses the request|speech.google.recognizer (model telephony",
        "NOT_FOUND|finds no such thing|projects/shop/locations/global/recognizers/_",
      })
  void aRefusalIsNotTriedAgainAndNamesTheFix(String code, String what, String fix)
      throws Exception {
    Status status =
        Status.fromCode(Status.Code.valueOf(code)).withDescription("two\nlines of Google's");
    google.usual = FakeSpeech.Plan.failing(status, 0);
    RecognitionStream stream = listen("");
    stream.speechStarted(1, 0);
    caller.says(1);
    loop.until(() -> !google.streams.isEmpty(), "the stream");
    caller.says(2, 3);
    loop.until(caller::answered, "the failure, while the caller speaks");
    caller.says(4).silence(30);
    stream.speechEnded(1, caller.position());
    assertThat(caller.events).containsExactly("failure 1");
    assertThat(google.streams).hasSize(1);
    assertThat(caller.failures.get(0))
        .hasMessageStartingWith("Google Speech " + what)
        .hasMessageContainingAll(fix, code, "two lines of Google's");
    assertThat(caller.failures.get(0).getMessage()).doesNotContain("\n");
  }

  @Test
  void aServerThatNeverAnswersFailsTheUtteranceInTime() throws Exception {
    google.usual = FakeSpeech.Plan.MUTE;
    RecognitionStream stream = listen("speech.google.recognizer.limits.answer = 800ms");
    stream.speechStarted(1, 0);
    caller.says(1);
    loop.until(() -> !google.streams.isEmpty(), "the stream");
    stream.speechEnded(1, caller.position());
    assertThat(recognizer.load().waiting()).isEqualTo(1);
    loop.until(() -> google.stream(0).ended(), "the end of the audio");
    loop.advance(Duration.ofMillis(801));
    assertThat(caller.events).containsExactly("failure 1");
    assertThat(caller.failures.get(0))
        .hasMessageContainingAll(
            "no final words", "800 ms", "speech.google.recognizer.limits.answer");
    loop.until(() -> google.stream(0).cancelled(), "the cancellation");
  }

  @Test
  void oneUtteranceThatFailsDoesNotSpoilTheNext() throws Exception {
    google.plans.add(FakeSpeech.Plan.failing(Status.RESOURCE_EXHAUSTED, 0));
    RecognitionStream stream = listen("");
    stream.speechStarted(1, 0);
    caller.says(1);
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the failure");
    stream.speechStarted(2, caller.position());
    caller.says(2);
    stream.speechEnded(2, caller.position());
    loop.until(() -> caller.events.size() == 2, "the final");
    assertThat(caller.events).containsExactly("failure 1", "final 2");
    assertThat(caller.finals.get(0).text()).isEqualTo("w2");
  }

  @Test
  void aServerThatReadsTooSlowlyCostsTheOldestAudioAndIsCounted() throws Exception {
    google.plans.add(FakeSpeech.Plan.DEAF);
    RecognitionStream stream = listen("speech.google.recognizer.sending.buffer = 2s");
    stream.speechStarted(1, 0);
    caller.says(1);
    loop.until(() -> !google.streams.isEmpty(), "the stream");
    for (int i = 0; i < 150; i++) { // 33 s of speech, 2 s of which are held
      caller.says(2);
    }
    google.stream(0).listen();
    loop.until(() -> recognizer.counts().droppedSamples() > 0, "the drop");
    long from = caller.position();
    caller.silence(30).says(9);
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the final");
    Transcript heard = caller.finals.get(0);
    assertThat(heard.text()).startsWith("w1 w2").endsWith("w9");
    long dropped = recognizer.counts().droppedSamples();
    assertThat(dropped).isGreaterThan(8_000);
    assertThat(google.stream(0).audio().length + dropped).isEqualTo(caller.position());
    Transcript.Word last = heard.words().get(heard.words().size() - 1);
    assertThat(last.startSample()).isEqualTo(from + 30 * 160);
  }
}
