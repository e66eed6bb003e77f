package org.cordboard.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordboard.speech.audio.MuLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramePathTest {
  private static final int FRAMES = 500;

  @Test
  void theCallIsSpokenToAllTheTimeAndRecorded(@TempDir Path folder) throws Exception {
    assertThat(said(folder, "thank you very much for calling")).isBetween(9_000L, 10_300L);
    try (Stream<Path> files = Files.list(folder.resolve("recordings"))) {
      List<Path> recordings = files.toList();
      assertThat(recordings).hasSize(1);
      assertThat(Files.size(recordings.get(0))).isGreaterThan(2 * 8_000 * 9);
    }
  }

  @Test
  void withNothingToSayNothingIsSaid(@TempDir Path folder) {
    assertThat(said(folder, "")).isZero();
  }

  private static long said(Path folder, String says) {
    byte[] quiet = new byte[160];
    Arrays.fill(quiet, MuLaw.SILENCE);
    Path playbook = Path.of("").toAbsolutePath().resolve("../../dialog/playbook").normalize();
    Map<String, String> given = Map.of("playbook.path", playbook.toString());
    try (FramePath path = FramePath.open(folder, says, given)) {
      for (int at = 0; at < FRAMES; at++) {
        path.hear(path.frame(quiet));
        path.settle();
      }
      return path.saidMs();
    }
  }
}
