package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.speech.google.GoogleFixture.assertSame;

import com.google.cloud.speech.v2.ExplicitDecodingConfig;
import com.google.cloud.speech.v2.PhraseSet;
import com.google.cloud.speech.v2.RecognitionConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.Transcript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Utterances through the real client and real sockets, against a fake behind Google's stub. */
class GoogleRecognizerTest {
  private final TestLoop loop = new TestLoop();
  private final Speaker caller = new Speaker(loop);
  private FakeSpeech google;
  private GoogleRecognizer recognizer;

  @BeforeEach
  void start() throws IOException {
    google = new FakeSpeech();
    recognizer = GoogleRecognizer.load(GoogleFixture.settings(google.endpoint(), ""));
  }

  @AfterEach
  void stop() {
    recognizer.close();
    google.close();
  }

  private RecognitionStream listen(RecognitionHints hints) {
    RecognitionStream stream = recognizer.open(hints, loop, caller);
    caller.into(stream);
    return stream;
  }

  @Test
  void anUtteranceBecomesPartialsAndOneFinalWithPlacesAndConfidence() throws Exception {
    RecognitionStream stream = listen(RecognitionHints.english());
    caller.silence(100);
    long start = caller.position() - 1_600;
    stream.speechStarted(7, start);
    caller.says(1, 2);
    loop.until(() -> !caller.partials.isEmpty(), "a partial");
    caller.says(3);
    long end = caller.position();
    caller.silence(30);
    stream.speechEnded(7, end);
    loop.until(caller::answered, "the final");
    assertThat(caller.events).containsExactly("final 7");
    Transcript heard = caller.finals.get(0);
    assertThat(heard.text()).isEqualTo("w1 w2 w3");
    assertThat(heard.confidence()).isBetween(0.79, 0.81);
    assertThat(heard.startSample()).isEqualTo(start);
    assertThat(heard.endSample()).isEqualTo(end);
    assertThat(heard.words()).extracting(Transcript.Word::text).containsExactly("w1", "w2", "w3");
    assertThat(heard.words())
        .extracting(Transcript.Word::startSample)
        .containsExactly(start + 1_600, start + 1_600 + 1_760, start + 1_600 + 3_520);
    assertThat(heard.words().get(2).confidence()).isBetween(0.69, 0.71);
    assertThat(caller.partials)
        .allMatch(words -> "w1 w2 w3".startsWith(words.replace("?", "")))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsSentIsTheUtteranceToTheByteAndNothingOfTheSilenceAround() throws Exception {
    RecognitionStream stream = listen(RecognitionHints.english());
    caller.silence(500);
    assertThat(google.streams).isEmpty();
    long start = caller.position() - 3_200;
    stream.speechStarted(1, start);
    caller.says(4, 5);
    long end = caller.position();
    caller.silence(5);
    stream.speechEnded(1, end);
    loop.until(caller::answered, "the final");
    caller.silence(500);
    loop.drain();
    assertThat(google.streams).hasSize(1);
    assertThat(google.stream(0).ended()).isTrue();
    assertSame(google.stream(0).audio(), caller.spoken(start, end + 800));
    assertThat(google.stream(0).largest()).isBetween(800, 25_000);
    assertThat(recognizer.counts()).isEqualTo(new GoogleRecognizer.Counts(1, 0, 0, 0));
  }

  @Test
  void theFirstRequestSaysHowToListen() throws Exception {
    RecognitionHints hints =
        new RecognitionHints(Locale.forLanguageTag("es-ES"), List.of("Acme Cloud", " ", "stove"));
    RecognitionStream stream = listen(hints);
    stream.expect(Expectation.DIGITS);
    caller.silence(1);
    stream.speechStarted(1, 0);
    loop.until(() -> !google.streams.isEmpty() && google.stream(0).config() != null, "a stream");
    assertThat(google.stream(0).recognizer[0])
        .isEqualTo("projects/shop/locations/global/recognizers/_");
    var features = google.stream(0).config().getStreamingFeatures();
    assertThat(features.getInterimResults()).isTrue();
    assertThat(features.getEnableVoiceActivityEvents()).isTrue();
    RecognitionConfig config = google.stream(0).config().getConfig();
    assertThat(config.getModel()).isEqualTo("telephony");
    assertThat(config.getLanguageCodesList()).containsExactly("es-ES");
    ExplicitDecodingConfig audio = config.getExplicitDecodingConfig();
    assertThat(audio.getEncoding()).isEqualTo(ExplicitDecodingConfig.AudioEncoding.MULAW);
    assertThat(audio.getSampleRateHertz()).isEqualTo(8_000);
    assertThat(audio.getAudioChannelCount()).isEqualTo(1);
    assertThat(config.getFeatures().getEnableWordTimeOffsets()).isTrue();
    assertThat(config.getFeatures().getEnableWordConfidence()).isTrue();
    assertThat(config.getAdaptation().getPhraseSets(0).getInlinePhraseSet().getPhrasesList())
        .extracting(PhraseSet.Phrase::getValue)
        .containsExactly(
            "$OOV_CLASS_DIGIT_SEQUENCE", "$OOV_CLASS_FULLPHONENUM", "Acme Cloud", "stove");
  }

  @Test
  void anUtteranceThatSaysNothingHasAnEmptyFinal() throws Exception {
    RecognitionStream stream = listen(RecognitionHints.english());
    stream.speechStarted(1, 0);
    caller.silence(10);
    stream.speechEnded(1, 800);
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text()).isEmpty();
    assertThat(caller.finals.get(0).confidence()).isZero();
    assertThat(recognizer.load().waiting()).isZero();
  }

  @Test
  void anUtteranceMayBeginBeforeTheWordsOfTheLastHaveCome() throws Exception {
    RecognitionStream stream = listen(RecognitionHints.english());
    for (int utterance = 1; utterance <= 3; utterance++) {
      stream.speechStarted(utterance, caller.position());
      caller.says(utterance);
      stream.speechEnded(utterance, caller.position());
    }
    loop.until(() -> caller.finals.size() == 3, "three finals");
    assertThat(caller.finals)
        .extracting(Transcript::text)
        .containsExactlyInAnyOrder("w1", "w2", "w3");
    assertThat(caller.failures).isEmpty();
  }

  @Test
  void anUtteranceThatIsGivenUpIsCancelledAndAnswersNothing() throws Exception {
    RecognitionStream stream = listen(RecognitionHints.english());
    stream.speechStarted(1, 0);
    caller.says(1);
    loop.until(() -> !google.streams.isEmpty(), "the first stream");
    stream.speechStarted(2, caller.position());
    caller.says(2);
    stream.speechEnded(1, caller.position());
    stream.speechEnded(2, caller.position());
    loop.until(caller::answered, "the final");
    loop.until(() -> google.stream(0).cancelled(), "the cancellation");
    assertThat(caller.events).containsExactly("final 2");
  }

  @Test
  void nothingIsDeliveredAfterClose() throws Exception {
    RecognitionStream stream = listen(RecognitionHints.english());
    google.usual = FakeSpeech.Plan.MUTE;
    stream.speechStarted(1, 0);
    caller.says(1);
    stream.speechEnded(1, caller.position());
    stream.speechStarted(2, caller.position());
    caller.says(2);
    loop.until(() -> google.streams.size() == 2, "both streams");
    stream.close();
    stream.close();
    stream.speechEnded(2, caller.position());
    caller.silence(5);
    loop.until(
        () -> google.stream(0).cancelled() && google.stream(1).cancelled(), "both cancelled");
    loop.advance(Duration.ofMinutes(10));
    assertThat(caller.events).isEmpty();
    assertThat(recognizer.load().waiting()).isZero();
  }

  @Test
  void audioOfAFileIsSentNoFasterThanGoogleTakesIt() throws Exception {
    RecognitionStream stream = listen(RecognitionHints.english());
    stream.speechStarted(1, 0);
    TestLoop frozen = new TestLoop(); // fed all at once: no time passes
    Speaker file = new Speaker(frozen).into(stream);
    for (int word = 1; word <= 60; word++) {
      file.says(word);
    }
    stream.speechEnded(1, file.position());
    loop.until(
        () -> !google.streams.isEmpty() && google.stream(0).audio().length > 0, "the first audio");
    assertThat(google.stream(0).audio().length).isLessThan(60_000);
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text()).startsWith("w1 w2").endsWith("w59 w60");
    assertSame(google.stream(0).audio(), file.spoken(0, file.position()));
  }
}
