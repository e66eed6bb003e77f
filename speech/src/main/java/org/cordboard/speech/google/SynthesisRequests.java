package org.cordboard.speech.google;

import com.google.cloud.texttospeech.v1.StreamingAudioConfig;
import com.google.cloud.texttospeech.v1.StreamingSynthesisInput;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeConfig;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeRequest;
import com.google.cloud.texttospeech.v1beta1.AudioConfig;
import com.google.cloud.texttospeech.v1beta1.AudioEncoding;
import com.google.cloud.texttospeech.v1beta1.SynthesisInput;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechRequest;
import com.google.cloud.texttospeech.v1beta1.VoiceSelectionParams;

/**
 * What is sent to the voices. Streams go to version 1; whole texts to 1beta1, which alone tells
 * where marks lie. Pure.
 */
final class SynthesisRequests {
  static final int PCM_RATE_HZ = 24_000; // the voices' own
  private static final int RATE_HZ = 8_000;
  private static final double FASTEST = 2.0; // Google refuses more

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

  /** A whole text at once, in plain words. */
  SynthesizeSpeechRequest whole(String text, VoiceChoice voice, double rate) {
    return whole(SynthesisInput.newBuilder().setText(text), voice, rate).build();
  }

  /** A whole text at once, with a mark before each word. */
  SynthesizeSpeechRequest marked(MarkedText text, VoiceChoice voice, double rate) {
    return whole(SynthesisInput.newBuilder().setSsml(text.ssml()), voice, rate)
        .addEnableTimePointing(SynthesizeSpeechRequest.TimepointType.SSML_MARK)
        .build();
  }

  private SynthesizeSpeechRequest.Builder whole(
      SynthesisInput.Builder input, VoiceChoice voice, double rate) {
    return SynthesizeSpeechRequest.newBuilder()
        .setInput(input)
        .setVoice(
            VoiceSelectionParams.newBuilder()
                .setLanguageCode(voice.language())
                .setName(voice.name()))
        .setAudioConfig(
            AudioConfig.newBuilder()
                .setAudioEncoding(mulaw ? AudioEncoding.MULAW : AudioEncoding.LINEAR16)
                .setSampleRateHertz(mulaw ? RATE_HZ : PCM_RATE_HZ)
                .setSpeakingRate(Math.min(FASTEST, rate)));
  }
}
