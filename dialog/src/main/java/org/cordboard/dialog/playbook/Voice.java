package org.cordboard.dialog.playbook;

import java.util.Map;

/**
 * How the assistant sounds: {@code voice.conf}.
 *
 * @param name of the voice, as the synthesiser knows it; {@code default} leaves it to the settings
 * @param rate of speech, 1 is the voice's own; 0.5 to 2
 * @param lexicon word as written → how it is to be spoken
 */
public record Voice(String name, double rate, Map<String, String> lexicon) {
  /** Checks the range. */
  public Voice {
    if (rate < 0.5 || rate > 2) {
      throw new IllegalArgumentException("'rate' must lie between 0.5 and 2");
    }
    lexicon.forEach(
        (word, spoken) -> {
          if (spoken.isBlank()) {
            throw new IllegalArgumentException(
                "'lexicon." + word + "' is empty; say how it is spoken, or remove it");
          }
        });
  }
}
