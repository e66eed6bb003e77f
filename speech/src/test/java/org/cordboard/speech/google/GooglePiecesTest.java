package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.speech.v2.SpeechRecognitionAlternative;
import com.google.cloud.speech.v2.StreamingRecognitionResult;
import com.google.cloud.speech.v2.StreamingRecognizeResponse;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechResponse;
import com.google.cloud.texttospeech.v1beta1.Timepoint;
import com.google.protobuf.util.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Settings;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.audio.ProportionalWords.Place;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.Spoken;
import org.cordboard.speech.text.Ssml;
import org.cordboard.speech.text.TextReader;
import org.junit.jupiter.api.Test;

/** The pure pieces. */
class GooglePiecesTest {

  @Test
  void offsetsBecomePositionsAlsoBehindAHole() {
    StreamPlaces places = new StreamPlaces();
    places.from(1_000);
    places.sent(8_000);
    places.from(20_000);
    places.sent(8_000);
    assertThat(places.position(Durations.fromMillis(0))).isEqualTo(1_000);
    assertThat(places.position(Durations.fromMillis(500))).isEqualTo(5_000);
    assertThat(places.position(Durations.fromMillis(1_500))).isEqualTo(24_000);
    assertThat(places.position(Durations.fromMillis(9_000))).isEqualTo(28_000);
  }

  @Test
  void audioIsSentInABurstAndThenAtAMultipleOfRealTime() {
    SendPace pace =
        new SendPace(
            0,
            new GoogleRecognizerSettings.Sending(
                Duration.ofMillis(100), Duration.ofSeconds(1), 4, Duration.ofSeconds(30)));
    assertThat(pace.allowance(0)).isEqualTo(8_000);
    pace.sent(8_000);
    assertThat(pace.allowance(0)).isZero();
    assertThat(pace.allowance(100_000_000)).isEqualTo(3_200);
  }

  private static StreamingRecognitionResult result(String text, boolean last, long endMs) {
    return StreamingRecognitionResult.newBuilder()
        .setIsFinal(last)
        .setResultEndOffset(Durations.fromMillis(endMs))
        .addAlternatives(SpeechRecognitionAlternative.newBuilder().setTranscript(text))
        .build();
  }

  @Test
  void severalLanguagesAreAskedForAndTheOneSpokenIsTold() {
    GoogleRecognizerSettings settings =
        Settings.parse("").bind("speech.google.recognizer", GoogleRecognizerSettings.class);
    RecognitionHints hints =
        new RecognitionHints(
            Locale.US,
            List.of(),
            List.of(Locale.GERMANY, Locale.FRANCE, Locale.ITALY)); // Google takes three
    assertThat(
            new RecognizeRequests(settings, "p")
                .first(hints, Expectation.FREE)
                .getStreamingConfig()
                .getConfig()
                .getLanguageCodesList())
        .containsExactly("en-US", "de-DE", "fr-FR");
    StreamPlaces places = new StreamPlaces();
    places.from(0);
    places.sent(80_000);
    HeardWords words = new HeardWords(0);
    words.accept(
        StreamingRecognizeResponse.newBuilder()
            .addResults(result("Wo ist meine", true, 1_000).toBuilder().setLanguageCode("de-DE"))
            .build(),
        places);
    assertThat(words.language()).isEqualTo("de-DE");
  }

  @Test
  void openWordsAreJoinedAndReplacedAndFinalOnesStay() {
    StreamPlaces places = new StreamPlaces();
    places.from(0);
    places.sent(80_000);
    HeardWords words = new HeardWords(0);
    words.accept(
        StreamingRecognizeResponse.newBuilder()
            .addResults(result("where is", false, 900))
            .addResults(result(" my odour", false, 1_400))
            .build(),
        places);
    assertThat(words.text()).isEqualTo("where is my odour");
    words.accept(StreamingRecognizeResponse.getDefaultInstance(), places);
    assertThat(words.text()).isEqualTo("where is my odour");
    words.accept(
        StreamingRecognizeResponse.newBuilder()
            .addResults(result("Where is my order?", true, 1_500))
            .addResults(result(" please", false, 1_900))
            .build(),
        places);
    assertThat(words.text()).isEqualTo("Where is my order? please");
    assertThat(words.settled()).isEqualTo(12_000);
    words.dropOpen();
    assertThat(words.text()).isEqualTo("Where is my order?");
    assertThat(words.words()).isEmpty(); // Google gave none
    assertThat(words.confidence()).isEqualTo(0.75);
  }

  @Test
  void wordsThatAreStillOpenAtTheEndCount() {
    StreamPlaces places = new StreamPlaces();
    HeardWords words = new HeardWords(0);
    words.accept(
        StreamingRecognizeResponse.newBuilder().addResults(result("yes", false, 300)).build(),
        places);
    words.finish();
    assertThat(words.text()).isEqualTo("yes");
    assertThat(words.confidence()).isEqualTo(0.5);
  }

  @Test
  void theFormOfTheAnswerIsLeanedToInTheCallersLanguage() {
    assertThat(phrases(Expectation.YES_NO, Locale.GERMANY)).contains("ja", "nein", "Acme");
    assertThat(phrases(Expectation.YES_NO, Locale.JAPAN)).containsExactly("Acme");
    assertThat(phrases(Expectation.SPELLING, Locale.US))
        .containsExactly("$OOV_CLASS_ALPHANUMERIC_SEQUENCE", "Acme");
    assertThat(phrases(Expectation.FREE, Locale.US)).containsExactly("Acme");
  }

  private static List<String> phrases(Expectation expectation, Locale language) {
    return Adaptation.of(List.of("Acme"), expectation, language, 10)
        .getPhraseSets(0)
        .getInlinePhraseSet()
        .getPhrasesList()
        .stream()
        .map(phrase -> phrase.getValue())
        .toList();
  }

  @Test
  void noMorePhrasesAreSentThanGoogleTakes() {
    List<String> many = new ArrayList<>(Collections.nCopies(3, "x".repeat(101)));
    for (int i = 0; i < 3_000; i++) {
      many.add("phrase " + i);
    }
    var adaptation = Adaptation.of(many, Expectation.FREE, Locale.US, 20);
    assertThat(adaptation.getPhraseSets(0).getInlinePhraseSet().getPhrasesCount()).isEqualTo(1_000);
    assertThat(Adaptation.of(many, Expectation.FREE, Locale.US, 0).getPhraseSetsCount()).isZero();
  }

  @Test
  void voicesAreChosenByNameOrLanguage() {
    GoogleVoiceSettings settings = GoogleSettingsTest.defaults().voice();
    assertThat(VoiceChoice.of("", settings))
        .isEqualTo(new VoiceChoice("en-US-Chirp3-HD-Aoede", "en-US"));
    assertThat(VoiceChoice.of("de-DE-Neural2-B", settings))
        .isEqualTo(new VoiceChoice("de-DE-Neural2-B", "de-DE"));
    assertThat(VoiceChoice.of("es-ES", settings)).isEqualTo(new VoiceChoice("", "es-ES"));
    assertThat(VoiceChoice.of("Kore", settings)).isEqualTo(new VoiceChoice("Kore", "en-US"));
  }

  @Test
  void aMarkStandsBeforeEachWordAndNothingBreaksTheMarkup() {
    assertThat(MarkedText.of("Tom & \"Jo\" – <b>!").ssml())
        .isEqualTo(
            "<speak><mark name=\"w0\"/>Tom &amp; <mark name=\"w1\"/>&quot;Jo&quot; – "
                + "<mark name=\"w2\"/>&lt;b&gt;!</speak>");
  }

  @Test
  void marksAreMergedIntoMarkupAndLeadToPlacesInThePlainText() {
    String written = "Order 481927, & $5.";
    TextReader reader = TextReader.of(Locale.US).orElseThrow();
    Spoken plain = reader.read(written, Lexicon.NONE);
    MarkedText marked = MarkedText.ofMarkup(Ssml.of(reader, written, Lexicon.NONE).within(plain));
    assertThat(marked.ssml())
        .startsWith(
            "<speak><mark name=\"w0\"/>Order <mark name=\"w1\"/><say-as"
                + " interpret-as=\"characters\">481</say-as><break time=\"200ms\"/>"
                + "<mark name=\"w2\"/><say-as interpret-as=\"characters\">927</say-as>,")
        .endsWith("<sub alias=\"five dollars\">$5</sub>.</speak>");
    SynthesizeSpeechResponse.Builder spoken = SynthesizeSpeechResponse.newBuilder();
    for (int i = 0; i < 3; i++) {
      spoken.addTimepoints(Timepoint.newBuilder().setMarkName("w" + i).setTimeSeconds(i));
    }
    List<Place> places = marked.places(plain.text(), spoken.build(), 80_000);
    assertThat(places).extracting(Place::startSample).containsExactly(0L, 8_000L, 16_000L);
    assertThat(plain.text().substring(places.get(0).from(), places.get(0).to())).isEqualTo("Order");
    assertThat(plain.written(places.get(1).from())).isEqualTo(written.indexOf("481"));
    assertThat(plain.written(places.get(2).from())).isEqualTo(written.indexOf("927"));
    assertThat(plain.written(places.get(2).to())).isEqualTo(written.indexOf(", &"));
  }

  @Test
  void wordsLieAtGooglesMarksOrElseInProportion() {
    SynthesizeSpeechResponse marked =
        SynthesizeSpeechResponse.newBuilder()
            .addTimepoints(Timepoint.newBuilder().setMarkName("w0").setTimeSeconds(0.1))
            .addTimepoints(Timepoint.newBuilder().setMarkName("w1").setTimeSeconds(9))
            .addTimepoints(Timepoint.newBuilder().setMarkName("other").setTimeSeconds(0.2))
            .build();
    assertThat(MarkedText.of("ab cd").places("ab cd", marked, 8_000))
        .containsExactly(new Place(0, 2, 800), new Place(3, 5, 8_000));
    assertThat(
            MarkedText.of("ab cd")
                .places("ab cd", SynthesizeSpeechResponse.getDefaultInstance(), 10_000))
        .containsExactly(new Place(0, 2, 0), new Place(3, 5, 6_000));
  }
}
