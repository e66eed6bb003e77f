package org.cordboard.lab.turns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where words lie in recordings, as an aligner or a person has found it: a file in the CTM form of
 * NIST, which aligners write. A line is recording, channel, seconds to the word's beginning, its
 * length in seconds, and the word, by spaces; {@code ;;} begins a remark.
 */
record AlignedWords(Map<String, List<SpokenTurn.Word>> words) {
  static final AlignedWords NONE = new AlignedWords(Map.of());

  private static final int RATE_HZ = 8_000;

  /**
   * Reads a file.
   *
   * @throws IOException when a line is not of that form; the message names it
   */
  static AlignedWords read(Path file) throws IOException {
    Map<String, List<SpokenTurn.Word>> words = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith(";;")) {
        continue;
      }
      String[] fields = line.strip().split("\\s+");
      try {
        long from = Math.round(RATE_HZ * Double.parseDouble(fields[2]));
        long to = from + Math.round(RATE_HZ * Double.parseDouble(fields[3]));
        words
            .computeIfAbsent(fields[0], none -> new ArrayList<>())
            .add(new SpokenTurn.Word(fields[4], from, to));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException wrong) {
        throw new IOException(
            file + ":" + number + ": needs recording, channel, seconds, seconds and word", wrong);
      }
    }
    return new AlignedWords(words);
  }

  /** The words of a recording; empty when nobody has aligned it. */
  List<SpokenTurn.Word> of(String recording) {
    return words.getOrDefault(recording, List.of());
  }
}
