package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.speech.google.GoogleFixture.assertSame;

import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.file.SpokenFiles;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.Test;

/** From settings to words: the way that a gateway takes. */
class GooglePartsTest {

  @Test
  void settingsAloneMakeGoogleHearAndSpeak() throws Exception {
    FakeVoices voices = new FakeVoices();
    try (FakeSpeech google = new FakeSpeech(voices.streaming, voices.whole)) {
      String settings =
          "speech { recognizer.type = google, synthesizer.type = google, vad.type = energy }\n"
              + "speech.google.endpoint = \""
              + google.endpoint()
              + "\"";
      try (SpeechParts parts = SpeechParts.assemble(Settings.parse(settings), new ManualClock())) {
        assertThat(parts.recognizer().name()).isEqualTo("google telephony");
        assertThat(parts.synthesizer().name()).isEqualTo("google en-US-Chirp3-HD-Aoede");
        TestLoop loop = new TestLoop();
        Speaker caller = new Speaker(loop);
        RecognitionStream stream =
            parts.recognizer().open(RecognitionHints.english(), loop, caller);
        caller.into(stream).silence(20);
        stream.speechStarted(1, caller.position());
        caller.says(11, 12, 13);
        stream.speechEnded(1, caller.position());
        loop.until(caller::answered, "the final");
        assertThat(caller.finals.get(0).text()).isEqualTo("w11 w12 w13");
        byte[] spoken =
            new SpokenFiles(parts.synthesizer()).speak(SpeechRequest.of("Hello you", ""));
        assertSame(spoken, FakeVoices.sound("Hello you"));
      }
    }
  }
}
