package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cordboard.speech.audio.Wav;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench human-turns} as somebody types it. */
class HumanTurnsTest {
  private static final String TEXT = "please hold the line while i look";

  @TempDir private Path folder;

  @BeforeEach
  void aRecording() throws IOException {
    short[] sound = new short[8 * 2_800];
    for (int i = 3_200; i < 19_200; i++) {
      sound[i] = (short) (4_000 * Math.sin(2 * Math.PI * 600 * i / 8_000));
    }
    Wav.writePcm16(folder.resolve("greeting.wav"), sound, 8_000);
  }

  private Typed typed(String line) throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), line + "\n");
    String corpus = folder.resolve("corpus").toString();
    String[] typed = {
      "bench", "human-turns", folder.toString(), "--texts", list.toString(), "--write", corpus
    };
    return Typed.of(typed);
  }

  @Test
  void recordingsBecomeAFolderThatTheBenchReads() throws IOException {
    Typed made = typed("greeting: " + TEXT);
    assertThat(made.status()).as(made.toString()).isZero();
    assertThat(made.out())
        .contains("2 turns of 1 speakers, out of 1 recordings: 1 planted, 1 spoken")
        .contains("bench endpointing --corpus " + folder.resolve("corpus"));
    assertThat(Files.readAllLines(folder.resolve("corpus/labels.jsonl")))
        .hasSize(2)
        .allMatch(label -> label.contains("\"voice\":\"human\""));
  }

  @Test
  void whatCannotBecomeATurnIsToldWithItsPlace() throws IOException {
    Typed none = typed("greeting: hello");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("list.txt: no recording has the four words of a sentence");
    assertThat(none.err().strip().lines()).hasSize(1);
    assertThat(typed("greeting hello").err()).contains("list.txt:1: needs file");
  }
}
