package org.cordboard.speech.google;

import com.google.cloud.texttospeech.v1.StreamingAudioConfig;
import com.google.cloud.texttospeech.v1.StreamingSynthesisInput;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeConfig;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeRequest;
import com.google.cloud.texttospeech.v1beta1.AudioConfig;
import com.google.cloud.texttospeech.v1beta1.AudioEncoding;
import com.google.cloud.texttospeech.v1beta1.SynthesisInput;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechRequest;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechResponse;
import com.google.cloud.texttospeech.v1beta1.Timepoint;
import com.google.cloud.texttospeech.v1beta1.VoiceSelectionParams;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.audio.ProportionalWords;
import org.cordboard.speech.audio.ProportionalWords.Place;

/**
 * What is sent to the voices, and where the words lie in what comes back. Streams go to version 1;
 * whole texts to 1beta1, which alone tells where marks lie. Pure.
 */
final class SynthesisRequests {
  static final int PCM_RATE_HZ = 24_000; // the voices' own
  private static final int RATE_HZ = 8_000;
  private static final double FASTEST = 2.0; // Google refuses more
  private static final String MARK = "w";

  private final boolean mulaw;

  SynthesisRequests(GoogleVoiceSettings settings) {
    this.mulaw = settings.encoding() == GoogleVoiceSettings.Encoding.MULAW;
  }

  /** The first request of a stream. */
  StreamingSynthesizeRequest first(VoiceChoice voice, double rate) {
    return StreamingSynthesizeRequest.newBuilder()
        .setStreamingConfig(
            StreamingSynthesizeConfig.newBuilder()
                .setVoice(
                    com.google.cloud.texttospeech.v1.VoiceSelectionParams.newBuilder()
                        .setLanguageCode(voice.language())
                        .setName(voice.name()))
                .setStreamingAudioConfig(
                    StreamingAudioConfig.newBuilder()
                        .setAudioEncoding(
                            mulaw
                                ? com.google.cloud.texttospeech.v1.AudioEncoding.MULAW
                                : com.google.cloud.texttospeech.v1.AudioEncoding.PCM)
                        .setSampleRateHertz(mulaw ? RATE_HZ : PCM_RATE_HZ)
                        .setSpeakingRate(Math.min(FASTEST, rate))))
        .build();
  }

  /** The second, and last, request of a stream. */
  StreamingSynthesizeRequest text(String text) {
    return StreamingSynthesizeRequest.newBuilder()
        .setInput(StreamingSynthesisInput.newBuilder().setText(text))
        .build();
  }

  /** A whole text at once, with a mark before each word or without. */
  SynthesizeSpeechRequest whole(String text, VoiceChoice voice, double rate, boolean marks) {
    SynthesizeSpeechRequest.Builder request =
        SynthesizeSpeechRequest.newBuilder()
            .setInput(
                marks
                    ? SynthesisInput.newBuilder().setSsml(marked(text))
                    : SynthesisInput.newBuilder().setText(text))
            .setVoice(
                VoiceSelectionParams.newBuilder()
                    .setLanguageCode(voice.language())
                    .setName(voice.name()))
            .setAudioConfig(
                AudioConfig.newBuilder()
                    .setAudioEncoding(mulaw ? AudioEncoding.MULAW : AudioEncoding.LINEAR16)
                    .setSampleRateHertz(mulaw ? RATE_HZ : PCM_RATE_HZ)
                    .setSpeakingRate(Math.min(FASTEST, rate)));
    if (marks) {
      request.addEnableTimePointing(SynthesizeSpeechRequest.TimepointType.SSML_MARK);
    }
    return request.build();
  }

  /** {@code text} as SSML, with a mark before each word. */
  static String marked(String text) {
    StringBuilder ssml = new StringBuilder("<speak>");
    List<Place> words = ProportionalWords.of(text, 0);
    int done = 0;
    for (int i = 0; i < words.size(); i++) {
      Place word = words.get(i);
      ssml.append(escaped(text.substring(done, word.from())));
      ssml.append("<mark name=\"").append(MARK).append(i).append("\"/>");
      ssml.append(escaped(text.substring(word.from(), word.to())));
      done = word.to();
    }
    return ssml.append(escaped(text.substring(done))).append("</speak>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  /**
   * Where the words of {@code text} lie in {@code samples} of speech: at Google's marks; where it
   * tells none, in proportion.
   */
  static List<Place> places(String text, SynthesizeSpeechResponse response, long samples) {
    List<Place> guessed = ProportionalWords.of(text, samples);
    if (response.getTimepointsCount() == 0) {
      return guessed;
    }
    List<Place> places = new ArrayList<>();
    for (Timepoint point : response.getTimepointsList()) {
      String name = point.getMarkName();
      int index = name.matches(MARK + "[0-9]{1,6}") ? Integer.parseInt(name.substring(1)) : -1;
      if (index >= 0 && index < guessed.size()) {
        long sample = Math.round(point.getTimeSeconds() * RATE_HZ);
        Place word = guessed.get(index);
        places.add(new Place(word.from(), word.to(), Math.max(0, Math.min(sample, samples))));
      }
    }
    return places;
  }
}
