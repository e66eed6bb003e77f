package org.cordboard.speech.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.accuracy.WordErrorRate;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.file.SpokenFiles;
import org.cordboard.speech.ladder.LadderSettings;
import org.cordboard.speech.turn.VoiceActivity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real parts together: bundled models, real voices, files. */
class SpeechPartsTest {
  private static SpeechParts parts;
  @TempDir static Path folder;

  @BeforeAll
  static void assemble() {
    String quick =
        "speech.recognizer.type = whisper, speech.whisper { threads = 2, workers = 1 },"
            + " speech.models.folder = \""
            + folder.toString().replace('\\', '/')
            + "\"";
    parts = SpeechParts.assemble(Settings.parse(quick), new ManualClock());
  }

  @AfterAll
  static void close() {
    parts.close();
  }

  @Test
  void whatIsSaidIntoAFileIsReadOutOfIt() throws IOException {
    Path file = folder.resolve("order.wav");
    Duration length =
        new SpokenFiles(parts.synthesizer())
            .say(SpeechRequest.of("I want to speak to a person", ""), file);
    assertThat(length).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
    String heard = parts.files().transcribe(file).text();
    assertThat(WordErrorRate.of("I want to speak to a person", heard).errors()).isLessThan(2);
  }

  @Test
  void aFaintYesWithoutSilenceAroundItIsHeard() throws IOException {
    byte[] yes = new SpokenFiles(parts.synthesizer()).speak(SpeechRequest.of("yes", ""));
    short[] faint = MuLaw.decode(yes);
    for (int i = 0; i < faint.length; i++) {
      faint[i] = Pcm.clip(faint[i] / 40.0 + 900); // −51 dBFS on a steady offset
    }
    Path file = folder.resolve("faint.wav");
    Wav.writePcm16(file, Arrays.copyOfRange(faint, 300, faint.length - 300), 8_000);
    assertThat(parts.files().transcribe(file).text()).containsIgnoringCase("yes");
  }

  @Test
  void silenceAndNoiseSayNothing() throws IOException {
    Random random = new Random(4);
    for (double level : new double[] {0, 30, 3_000}) {
      short[] noise = new short[16_000];
      for (int i = 0; i < noise.length; i++) {
        noise[i] = Pcm.clip(level * random.nextGaussian());
      }
      Path file = folder.resolve("noise.wav");
      Wav.writePcm16(file, noise, 8_000);
      assertThat(parts.files().transcribe(file).text()).isEmpty();
    }
  }

  @Test
  void sileroHearsSpeechAndNotSilence() throws IOException {
    byte[] speech =
        new SpokenFiles(parts.synthesizer()).speak(SpeechRequest.of("where is my order", ""));
    assertThat(voicedShare(speech)).isGreaterThan(0.6);
    byte[] silence = new byte[16_000];
    Arrays.fill(silence, MuLaw.SILENCE);
    assertThat(voicedShare(silence)).isZero();
  }

  private static double voicedShare(byte[] mulaw) {
    VoiceActivity activity = parts.voiceActivity();
    var frames = new FrameCutter().push(mulaw);
    return (double) frames.stream().filter(activity::voiced).count() / frames.size();
  }

  @Test
  void defaultsAreThoseRecorded() {
    SpeechSettings settings = SpeechSettings.of(Settings.parse(""));
    assertThat(settings.recognizer().type()).isEqualTo(SpeechSettings.Hearing.AUTO);
    assertThat(settings.vad().threshold()).isEqualTo(0.5);
    assertThat(settings.endpointing().profile(Expectation.FREE).end())
        .isEqualTo(Duration.ofMillis(650));
    assertThat(settings.endpointing().profile(Expectation.DIGITS).end())
        .isEqualTo(Duration.ofMillis(1_100));
    assertThat(settings.endpointing().profile(Expectation.YES_NO).end())
        .isEqualTo(Duration.ofMillis(450));
    assertThat(settings.endpointing().words()).isTrue();
    assertThat(settings.endpointing().pause()).isEqualTo(Duration.ofMillis(160));
    assertThat(settings.endpointing().completeEnd()).isEqualTo(Duration.ofMillis(260));
    assertThat(settings.endpointing().openEnd()).isEqualTo(Duration.ofMillis(1_400));
    assertThat(settings.endpointing().holdEnd()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.endpointing().settle()).isEqualTo(Duration.ofMillis(300));
    assertThat(settings.bargeIn().hushAfter()).isEqualTo(Duration.ofMillis(200));
    assertThat(settings.recognizer().secondary()).isEqualTo(SpeechSettings.Hearing.AUTO);
    assertThat(settings.synthesizer().secondary()).isEqualTo(SpeechSettings.Speaking.AUTO);
    assertThat(Ladders.settings(Settings.parse("")))
        .isEqualTo(
            new LadderSettings(
                Duration.ofMillis(2_500),
                Duration.ofMillis(1_500),
                Duration.ofMillis(1_200),
                3,
                Duration.ofSeconds(30)));
    assertThat(parts.recognizer().name()).isEqualTo("whisper tiny.en-q8_0");
  }

  @Test
  void scriptedPartsNeedNoModels() {
    String scripted =
        "speech { recognizer.type = scripted, synthesizer.type = scripted, vad.type = energy }";
    try (SpeechParts none = SpeechParts.assemble(Settings.parse(scripted), new ManualClock())) {
      assertThat(none.recognizer().name()).isEqualTo("scripted");
      assertThat(none.synthesizer().name()).isEqualTo("scripted");
    }
  }

  @Test
  void settingsThatCannotBeAreRefusedWithTheirPlace() {
    assertThatThrownBy(() -> load("speech.recognizer.type = sphinx"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("one of auto, whisper, vosk, google, scripted");
    assertThatThrownBy(() -> load("speech.endpointing.pause = 2s"))
        .hasMessageContaining("needs pause ≤ end < max-utterance");
    assertThatThrownBy(() -> load("speech.endpointing.hold-end = 1s"))
        .hasMessageContaining("complete-end ≤ open-end ≤ hold-end");
    assertThatThrownBy(() -> load("speech.vad.threshold = 1.5")).hasMessageContaining("speech.vad");
    assertThatThrownBy(() -> load("speech.recognizer.type = none"))
        .hasMessageContaining("calls need a recogniser");
    assertThatThrownBy(() -> Ladders.settings(Settings.parse("speech.ladder.words = 1ms")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("words must lie in 200ms…10000ms");
  }

  @Test
  void modelsThatAreAbsentOrCorruptAreNamedWithTheFix() throws IOException {
    String at = "speech.models.folder = \"" + folder + "\", speech.recognizer.type = ";
    assertThatThrownBy(() -> load(at + "vosk"))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("no vosk model", "cordboard models");
    assertThatThrownBy(() -> load(at + "whisper, speech.whisper.model = \"/nowhere/x.bin\""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("whisper model /nowhere/x.bin does not exist");
    Path broken = Files.writeString(folder.resolve("broken.bin"), "not a model");
    assertThatThrownBy(() -> load(at + "whisper, speech.whisper.model = \"" + broken + "\""))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("is corrupt or not in ggml form");
  }

  @Test
  void aVoiceProgramThatIsNotInstalledIsNamedWithTheFix() {
    for (String program : new String[] {"flite", "espeak-ng"}) {
      Settings none =
          Settings.parse(
              "speech { synthesizer.type = %1$s, %1$s.command = \"/nowhere/%1$s\" }"
                  .formatted(program));
      assertThatThrownBy(() -> SpeechParts.synthesizer(none, Locale.GERMANY))
          .isInstanceOf(ModelException.class)
          .hasMessageContainingAll("/nowhere/" + program, "apt-get install " + program);
    }
  }

  private static void load(String hocon) {
    SpeechParts.recognizer(Settings.parse(hocon), new ManualClock()).close();
  }
}
