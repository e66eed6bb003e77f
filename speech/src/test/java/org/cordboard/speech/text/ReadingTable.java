package org.cordboard.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** A language's table of what is written and what is said: a line each, a bar between. */
record ReadingTable(TextReader reader, String file) {

  Stream<String> lines() throws IOException {
    try (var stream = Objects.requireNonNull(ReadingTable.class.getResourceAsStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList().stream();
    }
  }

  void assertSaid(String line) {
    int bar = line.indexOf('|');

    assertThat(reader.read(line.substring(0, bar), Lexicon.NONE).text())
        .isEqualTo(line.substring(bar + 1));
  }

  void assertEverySpokenPlaceLeadsBackAndNeverBackwards(String line) {
    String written = line.substring(0, line.indexOf('|'));

    Spoken spoken = reader.read(written, Lexicon.NONE);

    for (int i = 0; i < spoken.text().length(); i++) {
      assertThat(spoken.written(i)).isBetween(0, spoken.written(i + 1));
    }
    assertThat(spoken.written(spoken.text().length())).isEqualTo(written.length());
  }
}
