package org.cordboard.lab.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cordboard.speech.audio.Wav;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipListTest {
  @TempDir private Path folder;

  @BeforeEach
  void recordings() throws IOException {
    Files.createDirectory(folder.resolve("digits"));
    short[] sound = Spoken.recording().silence(200).word(500).sound();
    Wav.writePcm16(folder.resolve("digits/1.wav"), sound, 8_000);
    Wav.writePcm16(folder.resolve("hello.wav"), sound, 16_000);
  }

  private ClipList read(String... lines) throws IOException {
    return read(AlignedWords.NONE, lines);
  }

  private ClipList read(AlignedWords aligned, String... lines) throws IOException {
    Path list = Files.writeString(folder.resolve("list.txt"), String.join("\n", lines));
    return ClipList.read(folder, list, aligned);
  }

  @Test
  void everyFormOfLineIsRead() throws IOException {
    ClipList list =
        read(
            "; remark",
            "# remark",
            "",
            "digits/1: one",
            "hello.wav\thello, there",
            "hello\tbert\tgood morning",
            "beep: [a beep]",
            "gone: not here");
    assertThat(list.clips())
        .extracting(clip -> clip.name() + "|" + clip.speaker() + "|" + clip.plain())
        .containsExactly(
            "digits/1|speaker|one", "hello.wav|speaker|hello there", "hello|bert|good morning");
    assertThat(list.absent()).isEqualTo(1);
    assertThat(list.clips().get(0).sound()).hasSize(5_600);
    assertThat(list.clips().get(1).sound()).hasSize(2_800); // of 8 kHz, as all of them
  }

  @Test
  void aLineThatCannotBeIsNamed() {
    assertThatThrownBy(() -> read("digits/1: one", "two"))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("list.txt:2", "file, perhaps speaker, and words");
    assertThatThrownBy(() -> read("gone: not here")).hasMessageContaining("give their folder");
  }

  @Test
  void alignedWordsMustBeThoseOfTheList() throws IOException {
    Path ctm =
        Files.writeString(
            folder.resolve("a.ctm"),
            ";; remark\nhello.wav 1 0.20 0.15 hello\nhello.wav 1 0.40 0.30 there\n");
    AlignedWords aligned = AlignedWords.read(ctm);
    assertThat(read(aligned, "hello.wav\thello there").clips().get(0).aligned())
        .containsExactly(
            new SpokenTurn.Word("hello", 1_600, 2_800), new SpokenTurn.Word("there", 3_200, 5_600));
    assertThatThrownBy(() -> read(aligned, "hello.wav\thello"))
        .hasMessageContainingAll("list.txt:1", "1 words, but 2 aligned");
    Files.writeString(ctm, "hello.wav 1 0.20 soon hello\n");
    assertThatThrownBy(() -> AlignedWords.read(ctm)).hasMessageContaining("a.ctm:1");
  }
}
