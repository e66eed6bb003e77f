package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that the source tree shows. */
class SourceTreeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "gateway",
          "speech",
          "dialog",
          "handoff",
          "config",
          "telephony-sim",
          "README.md",
          "pom.xml",
          "mvnw",
          "mvnw.cmd",
          "cordboard",
          "LICENSE",
          "CHANGELOG.md");

  @Test
  void theTopLevelHoldsNothingElse() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT)) {
      assertThat(entries.map(path -> path.getFileName().toString()))
          .allMatch(
              name -> name.startsWith(".") || name.equals("target") || TOP_LEVEL.contains(name));
    }
  }

  @Test
  void filesStaySmall() throws IOException {
    List<Integer> lengths = new ArrayList<>();
    for (Path file : sources()) {
      int lines = Files.readAllLines(file).size();
      assertThat(lines).as(ROOT.relativize(file).toString()).isLessThanOrEqualTo(400);
      if (file.endsWith("CallSession.java")) {
        assertThat(lines)
            .as("CallSession routes events and owns no policy")
            .isLessThanOrEqualTo(300);
      }
      lengths.add(lines);
    }
    lengths.sort(null);
    assertThat(lengths.get(lengths.size() / 2))
        .as("median length of a file")
        .isLessThanOrEqualTo(80);
    assertThat(lengths.get(lengths.size() * 95 / 100))
        .as("95th percentile")
        .isLessThanOrEqualTo(250);
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!file.endsWith("SourceTreeTest.java")
            && (line.contains("TODO")
                || line.contains("FIXME")
                || line.contains("UnsupportedOperationException"))) {
          found.add(ROOT.relativize(file) + ":" + (i + 1));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(
              path -> path.toString().endsWith(".java") && !path.toString().contains("/target/"))
          .forEach(all::add);
    }
    return all;
  }
}
