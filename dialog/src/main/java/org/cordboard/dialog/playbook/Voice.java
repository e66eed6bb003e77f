package org.cordboard.dialog.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the assistant sounds: {@code voice.conf}.
 *
 * @param name of the voice, as the synthesiser knows it; {@code default} leaves it to the settings
 * @param rate of speech, 1 is the voice's own; 0.5 to 2
 * @param lexicon word as written → how it is to be spoken
 * @param vocabulary words of the business, for the recogniser to expect; at most 50
 */
public record Voice(
    String name, double rate, Map<String, String> lexicon, List<String> vocabulary) {
  private static final int LONGEST = 100; // characters of one pronunciation
  private static final int MOST = 50; // recognisers lose more than they win by long lists

  /** Checks the range. */
  public Voice {
    if (rate < 0.5 || rate > 2) {
      throw new IllegalArgumentException("'rate' must lie between 0.5 and 2");
    }
    lexicon.forEach(
        (word, spoken) -> {
          if (word.isBlank() || word.strip().length() != word.length()) {
            throw new IllegalArgumentException(
                "'lexicon.\"" + word + "\"' has spaces around it; write the word alone");
          }
          if (spoken.length() > LONGEST || spoken.matches(".*[<>{}\\[\\]*_#].*")) {
            throw new IllegalArgumentException(
                "'lexicon." + word + "' cannot be spoken; write at most 100 plain letters");
          }
          if (spoken.isBlank()) {
            throw new IllegalArgumentException(
                "'lexicon." + word + "' is empty; say how it is spoken, or remove it");
          }
        });
    if (vocabulary.size() > MOST) {
      throw new IllegalArgumentException(
          "'vocabulary' has more than " + MOST + " entries; keep those that are misheard most");
    }
    if (vocabulary.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("'vocabulary' has an empty entry; write it or remove it");
    }
    vocabulary = List.copyOf(vocabulary);
  }

  /** As written in the file, where the vocabulary may be left out. */
  record Written(
      String name, double rate, Map<String, String> lexicon, Optional<List<String>> vocabulary) {
    /** Checks what is written while its place in the file is known. */
    Written {
      new Voice(name, rate, lexicon, vocabulary.orElse(List.of()));
    }

    Voice voice() {
      return new Voice(name, rate, lexicon, vocabulary.orElse(List.of()));
    }
  }
}
