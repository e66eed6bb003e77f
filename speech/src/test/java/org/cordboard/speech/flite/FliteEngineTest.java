package org.cordboard.speech.flite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.cordboard.config.Settings;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.sentence.SentenceEngine.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that takes flite's arguments, and against flite itself where it is. */
@DisabledOnOs(OS.WINDOWS)
class FliteEngineTest {
  @TempDir Path folder;

  private static FliteSettings settings(Path program, String voice, Duration timeout) {
    return new FliteSettings(program.toString(), voice, timeout, 1, 8, Duration.ofMillis(200));
  }

  /** A program that lists voices, keeps what it was asked, and "speaks" a second of sound. */
  private Path program(String then) throws IOException {
    short[] second = new short[16_000];
    for (int i = 0; i < second.length; i++) {
      second[i] = (short) (5_000 * Math.sin(i / 5.0));
    }
    Wav.writePcm16(folder.resolve("said.wav"), second, 16_000);
    Path program = folder.resolve("flite");
    Files.writeString(
        program,
        "#!/bin/sh\n"
            + "if [ \"$1\" = -lv ]; then echo 'Voices available: kal awb_time kal16 awb rms slt'; exit 0; fi\n"
            + "echo \"$1 $2 $3 $4\" >> "
            + folder.resolve("asked")
            + "\ncat \"$6\" >> "
            + folder.resolve("asked")
            + "\n"
            + then
            + "\ncp "
            + folder.resolve("said.wav")
            + " \"$8\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  @Test
  void textGoesThroughAFileAndSoundComesBack() throws IOException {
    try (FliteEngine engine =
        FliteEngine.engine(settings(program(""), "slt", Duration.ofSeconds(20)))) {
      assertThat(engine.voices()).startsWith("slt").contains("kal", "rms").doesNotHaveDuplicates();
      Raw raw = engine.speak("Your order is on its way. ", "rms", 0.8);
      assertThat(raw.sampleRateHz()).isEqualTo(16_000);
      assertThat(raw.samples()).hasSize(16_000);
      assertThat(Files.readString(folder.resolve("asked")))
          .isEqualTo("-voice rms --setf duration_stretch=1.250\nYour order is on its way.\n");
      assertThat(engine.speaks(Locale.UK)).isTrue();
      assertThat(engine.speaks(Locale.GERMANY)).isFalse();
    }
  }

  @Test
  void aProgramThatHangsIsEnded() throws IOException {
    Path program = program("exec sleep 60");
    try (FliteEngine engine = FliteEngine.engine(settings(program, "slt", Duration.ofSeconds(2)))) {
      assertThatThrownBy(() -> engine.speak("Hello.", "slt", 1))
          .hasMessageContaining("did not finish within 2000 ms");
    }
  }

  @Test
  void aProgramThatFailsIsToldByItsStatus() throws IOException {
    try (FliteEngine engine =
        FliteEngine.engine(settings(program("exit 3"), "slt", Duration.ofSeconds(20)))) {
      assertThatThrownBy(() -> engine.speak("Hello.", "slt", 1)).hasMessageContaining("status 3");
    }
  }

  @Test
  void whatIsMissingIsNamedWithTheFix() throws IOException {
    assertThatThrownBy(
            () -> FliteEngine.load(settings(folder.resolve("none"), "slt", Duration.ofSeconds(1))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("apt-get install flite")
        .hasMessageContaining("speech.flite.command");
    Path program = program("");
    assertThatThrownBy(() -> FliteEngine.load(settings(program, "eva", Duration.ofSeconds(20))))
        .hasMessageContaining("no voice 'eva'")
        .hasMessageContaining("slt");
  }

  static boolean installed() {
    return Files.isExecutable(Path.of("/usr/bin/flite"));
  }

  @Test
  @EnabledIf("installed")
  void theRealOneSpeaks() throws IOException {
    FliteSettings real = Settings.parse("").bind("speech.flite", FliteSettings.class);
    try (FliteEngine engine = FliteEngine.engine(real)) {
      Raw normal = engine.speak("Your order is on its way.", "slt", 1);
      Raw slow = engine.speak("Your order is on its way.", "slt", 0.6);
      double seconds = (double) normal.samples().length / normal.sampleRateHz();
      assertThat(seconds).isBetween(0.8, 4.0);
      assertThat(slow.samples().length).isGreaterThan(normal.samples().length * 13 / 10);
    }
  }
}
