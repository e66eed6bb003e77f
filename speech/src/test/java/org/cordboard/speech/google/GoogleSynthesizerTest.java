package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cordboard.speech.google.GoogleFixture.assertSame;

import com.google.cloud.texttospeech.v1.AudioEncoding;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.Spoken;
import org.cordboard.speech.text.Ssml;
import org.cordboard.speech.text.TextReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Voices through the real clients and real sockets, against a fake behind Google's stubs. */
class GoogleSynthesizerTest {
  private static final String TEXT = "Your order & bill";

  private final TestLoop loop = new TestLoop();
  private final FakeVoices google = new FakeVoices();
  private FakeSpeech server;
  private GoogleSynthesizer synthesizer;

  @BeforeEach
  void start() throws IOException {
    server = new FakeSpeech(google.streaming, google.whole);
    synthesizer = load("");
  }

  @AfterEach
  void stop() {
    synthesizer.close();
    server.close();
  }

  private GoogleSynthesizer load(String more) {
    return GoogleSynthesizer.load(GoogleFixture.settings(server.endpoint(), more));
  }

  private Listened hear(SpeechRequest request) throws InterruptedException {
    Listened heard = new Listened(loop, request.text());
    synthesizer.speak(request, loop, heard);
    loop.until(heard::over, "the end");
    return heard;
  }

  @Test
  void itSpeaksTheLanguageOfItsVoice() {
    assertThat(synthesizer.speaks(Locale.US)).isTrue();
    assertThat(synthesizer.speaks(Locale.UK)).isTrue();
    assertThat(synthesizer.speaks(Locale.GERMANY)).isFalse();
    try (GoogleSynthesizer german =
        load("speech.google.voice { name = \"de-DE-Chirp3-HD-Aoede\" }")) {
      assertThat(german.speaks(Locale.GERMANY)).isTrue();
      assertThat(german.speaks(Locale.US)).isFalse();
    }
  }

  @Test
  void aTextIsStreamedAsMuLawInTheVoiceAndPaceAskedFor() throws Exception {
    Listened heard = hear(new SpeechRequest(TEXT, "", 0.8, 1));
    assertThat(heard.events).containsExactly("end");
    assertSame(heard.audio.toByteArray(), FakeVoices.sound(TEXT));
    var asked = google.streams.get(0);
    assertThat(asked.getVoice().getName()).isEqualTo(FakeVoices.STREAMING);
    assertThat(asked.getVoice().getLanguageCode()).isEqualTo("en-US");
    assertThat(asked.getStreamingAudioConfig().getAudioEncoding()).isEqualTo(AudioEncoding.MULAW);
    assertThat(asked.getStreamingAudioConfig().getSampleRateHertz()).isEqualTo(8_000);
    assertThat(asked.getStreamingAudioConfig().getSpeakingRate()).isEqualTo(0.8);
    hear(new SpeechRequest(TEXT, "", 2.5, 1));
    assertThat(google.streams.get(1).getStreamingAudioConfig().getSpeakingRate()).isEqualTo(2.0);
  }

  @Test
  void theFirstAudioIsPassedOnBeforeTheRestExistsAndCancelReachesGoogle() throws Exception {
    google.held = true;
    Listened heard = new Listened(loop, TEXT);
    Synthesis synthesis = synthesizer.speak(SpeechRequest.of(TEXT, ""), loop, heard);
    loop.until(() -> heard.audio.size() > 0, "the first audio");
    assertSame(heard.audio.toByteArray(), FakeVoices.sound("Your "));
    assertThat(heard.events).isEmpty();
    synthesis.cancel();
    synthesis.cancel();
    loop.until(() -> google.cancelled, "the cancellation");
    loop.drain();
    assertThat(heard.events).isEmpty();
    assertThat(heard.audio.size()).isEqualTo(400);
  }

  @Test
  void aVoiceThatCannotStreamIsAskedForTheWholeWithMarksAndThatIsRemembered() throws Exception {
    Listened heard = hear(SpeechRequest.of(TEXT, FakeVoices.MARKING));
    assertThat(heard.events).containsExactly("end");
    assertSame(heard.audio.toByteArray(), FakeVoices.sound(TEXT));
    assertThat(heard.words).containsExactly("Your@0", "order@400", "bill@1040");
    assertThat(google.streams).hasSize(1);
    hear(SpeechRequest.of(TEXT, FakeVoices.MARKING));
    assertThat(google.streams).hasSize(1);
    assertThat(google.wholes).hasSize(2);
  }

  @Test
  void aVoiceWithoutMarksIsAskedForPlainTextAndItsWordsLieInProportion() throws Exception {
    Listened heard = hear(SpeechRequest.of(TEXT, FakeVoices.PLAIN));
    assertSame(heard.audio.toByteArray(), FakeVoices.sound(TEXT));
    assertThat(heard.words).containsExactly("Your@0", "order@400", "bill@1040");
    assertThat(google.wholes).hasSize(2);
    assertThat(google.wholes.get(1).getInput().getText()).isEqualTo(TEXT);
    hear(SpeechRequest.of(TEXT, FakeVoices.PLAIN));
    assertThat(google.wholes).hasSize(3);
  }

  @Test
  void aVoiceThatCannotStreamIsGivenTheMarkupAndOneWithoutPlainWords() throws Exception {
    String written = "Order 481927 of Lys";
    TextReader reader = TextReader.of(Locale.US).orElseThrow();
    Lexicon lexicon = new Lexicon(Map.of("Lys", "leece"));
    Spoken plain = reader.read(written, lexicon);
    Optional<Spoken> markup = Optional.of(Ssml.of(reader, written, lexicon).within(plain));
    assertThat(synthesizer.readsMarkup()).isTrue();

    Listened heard = hear(new SpeechRequest(plain.text(), FakeVoices.MARKING, 1, 1, markup));
    assertThat(google.wholes.get(0).getInput().getSsml())
        .contains("<say-as interpret-as=\"characters\">481</say-as>")
        .contains("<mark name=\"w3\"/>of <mark name=\"w4\"/><sub alias=\"leece\">Lys</sub>");
    assertThat(heard.words).hasSize(5).startsWith("Order@0").anyMatch(w -> w.startsWith("four"));

    hear(new SpeechRequest(plain.text(), FakeVoices.PLAIN, 1, 1, markup));
    assertThat(google.wholes.get(2).getInput().getText()).isEqualTo(plain.text());
    Listened streamed = hear(new SpeechRequest(plain.text(), "", 1, 1, markup));
    assertSame(streamed.audio.toByteArray(), FakeVoices.sound(plain.text()));
  }

  @Test
  void gainIsObeyed() throws Exception {
    Listened heard = hear(new SpeechRequest(TEXT, "", 1, 0.5));
    short loud = MuLaw.decode(FakeVoices.sound("Y")[0]);
    assertThat((double) MuLaw.decode(heard.audio.toByteArray()[0]))
        .isBetween(loud * 0.53, loud * 0.47);
  }

  @Test
  void sixteenBitsAreNarrowedHere() throws Exception {
    synthesizer.close();
    synthesizer = load("speech.google.voice { encoding = pcm, marks = false }");
    Listened heard = hear(SpeechRequest.of(TEXT, FakeVoices.MARKING));
    assertThat(heard.audio.size()).isEqualTo(TEXT.length() * 80);
    assertThat(MuLaw.decode(heard.audio.toByteArray()[600]))
        .isBetween((short) 7_700, (short) 8_300);
    assertThat(google.wholes.get(0).getAudioConfig().getSampleRateHertz()).isEqualTo(24_000);
    assertThat(google.streams.get(0).getStreamingAudioConfig().getAudioEncoding())
        .isEqualTo(AudioEncoding.PCM);
  }

  @Test
  void piecesOfAnyLengthAndAHeaderInFrontMakeTheSameAudio() {
    byte[] pcm = new byte[4_801];
    Arrays.fill(pcm, (byte) 20);
    byte[] whole = FakeVoices.wav(pcm);
    SpokenBytes once = new SpokenBytes(false, 1);
    byte[] expected = joined(once.push(whole), once.finish());
    SpokenBytes bits = new SpokenBytes(false, 1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte piece : whole) {
      all.writeBytes(bits.push(new byte[] {piece}));
    }
    all.writeBytes(bits.finish());
    assertSame(all.toByteArray(), expected);
    assertThat(expected).hasSize(800);
    SpokenBytes tiny = new SpokenBytes(true, 1);
    assertThat(joined(tiny.push(new byte[] {1, 2}), tiny.finish())).containsExactly(1, 2);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Test
  void anUnknownVoiceIsRefusedWithThoseThereAre() throws Exception {
    Listened heard = hear(SpeechRequest.of(TEXT, "en-US-Nobody"));
    assertThat(heard.events).containsExactly("failure");
    assertThat(heard.failure)
        .hasMessage(
            "Google Text-to-Speech has no voice 'en-US-Nobody'; it has "
                + "en-US-Chirp3-HD-Aoede, en-US-Neural2-C, en-US-Studio-O");
    assertThat(synthesizer.voices()).hasSize(4).isSorted();
    assertThat(google.streams).isEmpty();
  }

  @Test
  void aLanguageIsAVoiceThatGoogleChooses() throws Exception {
    assertThat(hear(SpeechRequest.of(TEXT, "es-ES")).events).containsExactly("end");
    assertThat(google.streams.get(0).getVoice().getLanguageCode()).isEqualTo("es-ES");
    assertThat(google.streams.get(0).getVoice().getName()).isEmpty();
  }

  @Test
  void nothingToSayEndsWithoutAskingGoogle() throws Exception {
    assertThat(hear(SpeechRequest.of(" …", "")).events).containsExactly("end");
    assertThat(google.streams).isEmpty();
  }

  @Test
  void aLineThatBreaksBeforeTheFirstAudioIsTriedAgainAndNotAfterIt() throws Exception {
    google.failures.add(Status.UNAVAILABLE);
    google.failures.add(Status.INTERNAL);
    assertThat(hear(SpeechRequest.of(TEXT, "")).events).containsExactly("end");
    assertThat(google.streams).hasSize(3);
    google.afterFirst = Status.UNAVAILABLE;
    Listened heard = hear(SpeechRequest.of(TEXT, ""));
    assertThat(heard.events).containsExactly("failure");
    assertThat(google.streams).hasSize(4);
    assertSame(heard.audio.toByteArray(), FakeVoices.sound("Your "));
  }

  @Test
  void triesAreBounded() throws Exception {
    for (int i = 0; i < 9; i++) {
      google.failures.add(Status.UNAVAILABLE);
    }
    Listened heard = hear(SpeechRequest.of(TEXT, ""));
    assertThat(heard.events).containsExactly("failure");
    assertThat(google.streams).hasSize(3);
    assertThat(heard.failure).hasMessageContaining("Google Text-to-Speech cannot be reached");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UNAUTHENTICATED|does not accept the credentials",
        "PERMISSION_DENIED|denies permission",
        "RESOURCE_EXHAUSTED|has no quota left",
      })
  void aRefusalNamesTheFixAndIsNotTriedAgain(String code, String what) throws Exception {
    google.failures.add(Status.fromCode(Status.Code.valueOf(code)));
    Listened heard = hear(SpeechRequest.of(TEXT, ""));
    assertThat(heard.events).containsExactly("failure");
    assertThat(heard.failure).hasMessageContainingAll("Google Text-to-Speech", what, code);
    assertThat(google.streams).hasSize(1);
  }

  @Test
  void aRequestThatNoWayServesNamesTheVoice() throws Exception {
    for (int i = 0; i < 3; i++) {
      google.failures.add(Status.INVALID_ARGUMENT.withDescription("bad"));
    }
    Listened heard = hear(SpeechRequest.of(TEXT, FakeVoices.MARKING));
    assertThat(heard.failure)
        .hasMessageContainingAll(
            "refuses the request", "voice 'en-US-Neural2-C', language en-US", "bad");
  }

  @Test
  void aServerThatStaysSilentFailsInTime() throws Exception {
    google.mute = true;
    synthesizer.close();
    synthesizer = load("speech.google.voice.timeout = 5s");
    Listened heard = hear(SpeechRequest.of(TEXT, ""));
    assertThat(heard.events).containsExactly("failure");
    assertThat(heard.failure)
        .hasMessage(
            "Google Text-to-Speech gave no audio within 5000 ms (speech.google.voice.timeout)");
    loop.until(() -> google.cancelled, "the cancellation");
  }

  @Test
  void credentialsThatGoogleRefusesAreToldAtTheStart() {
    google.listing = Status.UNAUTHENTICATED;
    assertThatThrownBy(() -> load(""))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll("does not accept the credentials", "speech.google.credentials");
  }

  @Test
  void aServerThatIsAwayAtTheStartIsNoReasonNotToStart() throws Exception {
    google.listing = Status.UNAVAILABLE;
    synthesizer.close();
    synthesizer = load("");
    assertThat(synthesizer.voices()).containsExactly(FakeVoices.STREAMING);
    assertThat(hear(SpeechRequest.of(TEXT, "")).events).containsExactly("end");
  }
}
