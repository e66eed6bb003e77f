package org.cordboard.speech.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.givimad.piperjni.PiperJNI;
import io.github.givimad.piperjni.PiperVoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.sentence.Heard;
import org.cordboard.speech.sentence.SentenceSynthesizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a stand-in of the library with its names; no model can be had where tests run. */
class PiperEngineTest {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void files() throws IOException {
    model = folder.resolve("de_DE-thorsten-medium.onnx");
    Files.writeString(model, "a model");
    Files.writeString(
        folder.resolve("de_DE-thorsten-medium.onnx.json"),
        "{\"audio\": {\"sample_rate\": 22050}, \"language\": {\"code\": \"de_DE\"},"
            + " \"inference\": {\"noise_scale\": 0.667, \"length_scale\": 1.1}}");
  }

  private static PiperSettings settings(Optional<String> library, Path model) {
    return new PiperSettings(
        library, Optional.of(model.toString()), -1, 1, 8, Duration.ofMillis(200));
  }

  private PiperEngine engine() {
    return new PiperEngine(
        PiperLibrary.load(getClass().getClassLoader()), PiperModel.of(model), -1, folder);
  }

  @Test
  void aVoiceSpeaksItsLanguageSentenceBySentence() {
    PiperJNI.SPOKEN.clear();
    ManualClock clock = new ManualClock();
    Heard heard = new Heard();
    try (SentenceSynthesizer voice =
        new SentenceSynthesizer(engine(), new InlineWorkers("piper"), Duration.ofMillis(200))) {
      assertThat(voice.name()).isEqualTo("piper de_DE-thorsten-medium");
      assertThat(voice.speaks(Locale.GERMANY)).isTrue();
      assertThat(voice.speaks(Locale.US)).isFalse();
      voice.speak(SpeechRequest.of("Guten Tag. Wie kann ich helfen?", ""), clock, heard);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(PiperJNI.SPOKEN).containsExactly("Guten Tag.", "Wie kann ich helfen?");
    assertThat(heard.ends).isEqualTo(1);
    assertThat(heard.audio.size()).isGreaterThan(8_000);
  }

  @Test
  void aSlowerPaceIsAVoiceThatDrawsItsSounds() throws IOException {
    PiperEngine engine = engine();
    int normal = engine.speak("Guten Tag.", "", 1).samples().length;
    int slower = engine.speak("Guten Tag.", "", 0.5).samples().length;
    assertThat((double) slower / normal).isCloseTo(2, within(0.01));
    for (int i = 60; i < 100; i++) { // more paces than are kept
      engine.speak("Guten Tag.", "", i / 100.0);
    }
    engine.close();
  }

  @Test
  void aVoiceThatFailsIsClosedAndNotUsedAgain() throws IOException {
    int before = PiperVoice.OPEN.get();
    PiperEngine engine = engine();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> engine.speak(PiperJNI.UNSPEAKABLE, "", 1))
          .hasRootCauseMessage("no phonemes");
      assertThat(PiperVoice.OPEN.get()).as("in memory").isEqualTo(before);
    }
    engine.speak("Guten Tag.", "", 1);
    engine.speak("Guten Tag.", "", 1);
    assertThat(PiperVoice.OPEN.get()).isEqualTo(before + 1);
    engine.close();
    assertThat(PiperVoice.OPEN.get()).isEqualTo(before);
  }

  @Test
  void whatIsMissingIsNamedWithTheFix() throws IOException {
    assertThatThrownBy(
            () -> PiperEngine.load(settings(Optional.empty(), folder.resolve("no.onnx")), folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no.onnx does not exist")
        .hasMessageContaining("speech.piper.model");
    assertThatThrownBy(
            () -> PiperEngine.load(settings(Optional.of("/no/piper.jar"), model), folder))
        .hasMessageContaining("/no/piper.jar does not exist")
        .hasMessageContaining("speech.piper.library");
    assertThatThrownBy(
            () ->
                PiperEngine.load(
                    settings(Optional.empty(), model),
                    folder,
                    ClassLoader.getPlatformClassLoader()))
        .hasMessageContaining("not on the class path")
        .hasMessageContaining("io.github.givimad:piper-jni");
    Files.writeString(model, "");
    assertThatThrownBy(() -> PiperEngine.load(settings(Optional.empty(), model), folder))
        .hasMessageContaining("cannot be loaded");
  }

  @Test
  void aVoiceIsSetByItsFileOrByTheNameOfOneThatWasFetched() {
    Path fetched = Path.of("/models");
    assertThat(settings(Optional.empty(), Path.of("/opt/joe.onnx")).file(fetched))
        .contains(Path.of("/opt/joe.onnx"));
    assertThat(settings(Optional.empty(), Path.of("joe.onnx")).file(fetched))
        .contains(Path.of("joe.onnx"));
    assertThat(settings(Optional.empty(), Path.of("en_US-joe-medium")).file(fetched))
        .contains(Path.of("/models/en_US-joe-medium/en_US-joe-medium.onnx"));
    assertThatThrownBy(
            () -> PiperEngine.load(settings(Optional.empty(), Path.of("en_US-joe-medium")), folder))
        .hasMessageContaining("en_US-joe-medium.onnx does not exist")
        .hasMessageContaining("cordboard models");
  }
}
