package org.cordboard.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.audio.Loudness;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.file.SpokenFiles;
import org.cordboard.speech.sentence.SentenceEngine.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that takes eSpeak NG's arguments, and against the real one where it is. */
@DisabledOnOs(OS.WINDOWS)
class EspeakEngineTest {
  private static final int RATE_HZ = 22_050;
  @TempDir Path folder;

  private static EspeakSettings settings(Path program, String hocon) {
    return Settings.parse(
            "speech.espeak-ng { timeout = 20s, command = \"" + program + "\" }\n" + hocon)
        .bind("speech.espeak-ng", EspeakSettings.class);
  }

  /**
   * A program that lists voices as the real one does, keeps what it was asked, and "speaks" a
   * second of sound; {@code then} runs before it does, {@code voices} are those of German.
   */
  private Path program(String voices, String then) throws IOException {
    short[] second = new short[RATE_HZ];
    for (int i = 0; i < second.length; i++) {
      second[i] = (short) (5_000 * Math.sin(i / 5.0));
    }
    Wav.writePcm16(folder.resolve("said.wav"), second, RATE_HZ);
    Files.writeString(folder.resolve("german"), voices);
    Files.writeString(folder.resolve("variants"), EspeakVoicesTest.VARIANTS);
    Path program = folder.resolve("espeak-ng");
    Files.writeString(
        program,
        String.join(
            "\n",
            "#!/bin/sh",
            "cd " + folder,
            "case \"$1\" in",
            "  --voices=de*) cat german; exit 0;;",
            "  --voices=variant) cat variants; exit 0;;",
            "  --voices=*) echo 'Pty Language       Age/Gender VoiceName'; exit 0;;",
            "esac",
            "if [ \"$2\" = mb-de1 ]; then echo 'Error: Could not load' >&2; exit 1; fi",
            "echo \"$1 $2 $3 $4 $5 $6 $7 $8 ${10}\" >> asked",
            "cat \"$9\" >> asked",
            then,
            "cp said.wav \"${11}\"",
            ""));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private String asked() throws IOException {
    String first = "-v de -s 150 -b 1 -z -f -w\n1.\n"; // tried at the start
    String asked = Files.readString(folder.resolve("asked"));
    assertThat(asked).startsWith(first);
    return asked.substring(first.length());
  }

  @Test
  void textGoesThroughAFileAndSoundComesBack() throws IOException {
    Path program = program(EspeakVoicesTest.GERMAN, "");
    try (EspeakEngine engine = EspeakEngine.engine(settings(program, ""), Locale.GERMANY)) {
      assertThat(engine.voices()).containsExactly("de", "de+f1", "de+f2", "de+m3");
      Raw raw = engine.speak("Ihre Bestellung ist unterwegs, schöne Grüße. ", "de+f2", 0.8);
      assertThat(raw.sampleRateHz()).isEqualTo(RATE_HZ);
      assertThat(raw.samples()).hasSize(RATE_HZ);
      assertThat(asked())
          .isEqualTo(
              "-v de+f2 -s 120 -b 1 -z -f -w\nIhre Bestellung ist unterwegs, schöne Grüße.\n");
      assertThat(engine.name()).isEqualTo("espeak-ng de");
      assertThat(engine.speaks(Locale.forLanguageTag("de-AT"))).isTrue();
      assertThat(engine.speaks(Locale.US)).isFalse();
    }
  }

  @Test
  void theSettingsChooseVoicePaceAndLanguage() throws IOException {
    Path program = program(EspeakVoicesTest.GERMAN, "");
    EspeakSettings own =
        settings(
            program,
            "speech.espeak-ng { language = de-DE, voice = \"de+f1\", words-per-minute = 180 }");
    try (EspeakEngine engine = EspeakEngine.engine(own, Locale.US)) {
      assertThat(engine.voices()).startsWith("de+f1", "de").doesNotHaveDuplicates();
      assertThat(Files.readString(folder.resolve("asked"))).startsWith("-v de+f1 -s 180 ");
    }
  }

  @Test
  void itGoesNoSlowerThanTheProgramCan() throws IOException {
    Path program = program(EspeakVoicesTest.GERMAN, "");
    try (EspeakEngine engine = EspeakEngine.engine(settings(program, ""), Locale.GERMAN)) {
      engine.speak("Ja.", "de", 0.4);
      assertThat(asked()).startsWith("-v de -s 80 ");
    }
  }

  @Test
  void whatLooksLikePhonemesIsText() throws IOException {
    Path program = program(EspeakVoicesTest.GERMAN, "");
    try (EspeakEngine engine = EspeakEngine.engine(settings(program, ""), Locale.GERMAN)) {
      engine.speak("Ja [[h@'loU]].", "de", 1);
      assertThat(asked()).endsWith("\nJa [ [h@'loU]].\n");
    }
  }

  @Test
  void theTelephoneHearsItAtItsOwnRateAndLoudness() throws IOException {
    Path program = program(EspeakVoicesTest.GERMAN, "");
    try (SpeechSynthesizer voice = EspeakEngine.load(settings(program, ""), Locale.GERMAN)) {
      byte[] mulaw = new SpokenFiles(voice).speak(SpeechRequest.of("Ja.", ""));
      assertThat(mulaw.length).isBetween(7_900, 8_100); // a second
      assertThat(Loudness.active(Pcm.toFloats(MuLaw.decode(mulaw)), 8_000)).isBetween(0.1, 0.12);
    }
  }

  @Test
  void aProgramThatHangsIsEnded() throws IOException {
    Path program =
        program(EspeakVoicesTest.GERMAN, "if grep -q Hallo asked; then exec sleep 60; fi");
    EspeakSettings hasty = settings(program, "speech.espeak-ng.timeout = 2s");
    try (EspeakEngine engine = EspeakEngine.engine(hasty, Locale.GERMAN)) {
      assertThatThrownBy(() -> engine.speak("Hallo.", "de", 1))
          .hasMessageContaining("espeak-ng did not finish within 2000 ms");
    }
  }

  @Test
  void aProgramThatFailsOrSaysNothingIsTold() throws IOException {
    Path failing = program(EspeakVoicesTest.GERMAN, "if grep -q Hallo asked; then exit 3; fi");
    try (EspeakEngine engine = EspeakEngine.engine(settings(failing, ""), Locale.GERMAN)) {
      assertThatThrownBy(() -> engine.speak("Hallo.", "de", 1)).hasMessageContaining("status 3");
    }
    Path silent = program(EspeakVoicesTest.GERMAN, "if grep -q Guten asked; then exit 0; fi");
    try (EspeakEngine engine = EspeakEngine.engine(settings(silent, ""), Locale.GERMAN)) {
      assertThatThrownBy(() -> engine.speak("Guten Tag.", "de", 1))
          .hasMessageContaining("made no sound");
    }
  }

  @Test
  void whatIsMissingIsNamedWithTheFix() throws IOException {
    assertThatThrownBy(
            () -> EspeakEngine.load(settings(folder.resolve("none"), ""), Locale.GERMANY))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("apt-get install espeak-ng")
        .hasMessageContaining("speech.espeak-ng.command");
    Path program = program(EspeakVoicesTest.GERMAN, "");
    assertThatThrownBy(() -> EspeakEngine.load(settings(program, ""), Locale.FRANCE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("no voice for fr-FR");
    assertThatThrownBy(
            () ->
                EspeakEngine.load(
                    settings(program, "speech.espeak-ng.voice = en-us"), Locale.GERMANY))
        .hasMessageContaining("no voice 'en-us' for de-DE")
        .hasMessageContaining("one of de, de+f1");
    assertThatThrownBy(
            () ->
                EspeakEngine.load(
                    settings(program, "speech.espeak-ng.voice = mb-de1"), Locale.GERMANY))
        .hasMessageContaining("cannot speak with the voice 'mb-de1'")
        .hasMessageContaining("status 1");
  }

  @Test
  void aLanguageThatOnlyAnotherProgramSpeaksIsNone() throws IOException {
    String table =
        EspeakVoicesTest.GERMAN
            .lines()
            .filter(line -> !line.contains("gmw"))
            .reduce("", (all, line) -> all + line + "\n");
    Path program = program(table, "");
    assertThatThrownBy(() -> EspeakEngine.load(settings(program, ""), Locale.GERMANY))
        .hasMessageContaining("no voice for de-DE");
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    for (String wrong :
        Arrays.asList(
            "command = \" \"",
            "words-per-minute = 60",
            "timeout = 1ms",
            "workers = 0",
            "sentence-pause = 3s",
            "language = \"no language\"")) {
      assertThatThrownBy(() -> settings(Path.of("espeak-ng"), "speech.espeak-ng { " + wrong + " }"))
          .as(wrong)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("speech.espeak-ng");
    }
  }

  @Test
  void defaultsAreThoseRecorded() {
    assertThat(Settings.parse("").bind("speech.espeak-ng", EspeakSettings.class))
        .isEqualTo(
            new EspeakSettings(
                "espeak-ng", "", "", 150, Duration.ofSeconds(5), 2, 256, Duration.ofMillis(220)));
  }

  static boolean installed() {
    return Files.isExecutable(Path.of("/usr/bin/espeak-ng"));
  }

  @Test
  @EnabledIf("installed")
  void theRealOneSpeaksGerman() throws IOException {
    String text = "Ihre Bestellung wurde am Montag geliefert. Möchten Sie das Geld zurück?";
    try (SpeechSynthesizer voice =
        EspeakEngine.load(settings(Path.of("espeak-ng"), ""), Locale.GERMANY)) {
      assertThat(voice.voices()).startsWith("de").contains("de+f2");
      SpokenFiles spoken = new SpokenFiles(voice);
      byte[] normal = spoken.speak(SpeechRequest.of(text, ""));
      byte[] slow = spoken.speak(new SpeechRequest(text, "de+f2", 0.6, 1));
      assertThat(normal.length / 8_000.0).isBetween(3.0, 8.0);
      assertThat(slow.length).isGreaterThan(normal.length * 13 / 10);
      for (byte[] each : Arrays.asList(normal, slow)) {
        float[] samples = Pcm.toFloats(MuLaw.decode(each));
        assertThat(Loudness.active(samples, 8_000)).isBetween(0.08, 0.14);
        assertThat(Math.abs(samples[0])).isLessThan(0.01f);
        assertThat(Math.abs(samples[samples.length - 1])).isLessThan(0.01f);
      }
    }
  }
}
