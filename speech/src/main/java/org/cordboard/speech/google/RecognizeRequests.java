package org.cordboard.speech.google;

import com.google.cloud.speech.v2.ExplicitDecodingConfig;
import com.google.cloud.speech.v2.RecognitionConfig;
import com.google.cloud.speech.v2.RecognitionFeatures;
import com.google.cloud.speech.v2.StreamingRecognitionConfig;
import com.google.cloud.speech.v2.StreamingRecognitionFeatures;
import com.google.cloud.speech.v2.StreamingRecognizeRequest;
import com.google.protobuf.ByteString;
import java.util.Locale;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream.Expectation;

/** What is sent to the recogniser: how to listen, then μ-law. Pure. */
final class RecognizeRequests {
  private static final int RATE_HZ = 8_000;
  private static final int MOST_OTHERS = 2; // Google takes three languages in all

  private final GoogleRecognizerSettings settings;
  private final String recognizer;

  RecognizeRequests(GoogleRecognizerSettings settings, String project) {
    this.settings = settings;
    this.recognizer =
        "projects/"
            + project
            + "/locations/"
            + settings.location()
            + "/recognizers/"
            + settings.id();
  }

  /** The first request of a stream. */
  StreamingRecognizeRequest first(RecognitionHints hints, Expectation expectation) {
    GoogleRecognizerSettings.Features wanted = settings.features();
    RecognitionConfig.Builder config =
        RecognitionConfig.newBuilder()
            .setModel(settings.model())
            .addLanguageCodes(tag(hints.language()))
            .addAllLanguageCodes(
                hints.others().stream().limit(MOST_OTHERS).map(RecognizeRequests::tag).toList())
            .setExplicitDecodingConfig(
                ExplicitDecodingConfig.newBuilder()
                    .setEncoding(ExplicitDecodingConfig.AudioEncoding.MULAW)
                    .setSampleRateHertz(RATE_HZ)
                    .setAudioChannelCount(1))
            .setFeatures(
                RecognitionFeatures.newBuilder()
                    .setEnableAutomaticPunctuation(wanted.punctuation())
                    .setEnableWordTimeOffsets(wanted.wordTimes())
                    .setEnableWordConfidence(wanted.wordConfidence()));
    var adaptation =
        Adaptation.of(hints.phrases(), expectation, hints.language(), wanted.phraseBoost());
    if (adaptation.getPhraseSetsCount() > 0) {
      config.setAdaptation(adaptation);
    }
    return StreamingRecognizeRequest.newBuilder()
        .setRecognizer(recognizer)
        .setStreamingConfig(
            StreamingRecognitionConfig.newBuilder()
                .setConfig(config)
                .setStreamingFeatures(
                    StreamingRecognitionFeatures.newBuilder()
                        .setInterimResults(true)
                        .setEnableVoiceActivityEvents(wanted.voiceActivity())))
        .build();
  }

  /** A further request of a stream. */
  StreamingRecognizeRequest audio(byte[] mulaw) {
    return StreamingRecognizeRequest.newBuilder().setAudio(ByteString.copyFrom(mulaw)).build();
  }

  /** The settings that shape a request, for messages. */
  String described() {
    return "speech.google.recognizer (model "
        + settings.model()
        + ", "
        + recognizer
        + "), what that model offers in this location and language, and its features";
  }

  private static String tag(Locale language) {
    String tag = language.toLanguageTag();
    return tag.equals("und") ? "en-US" : tag;
  }
}
