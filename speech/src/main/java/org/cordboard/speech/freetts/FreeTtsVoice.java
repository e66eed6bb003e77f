package org.cordboard.speech.freetts;

import java.util.List;
import java.util.Optional;

/**
 * A voice: how the speaker is bent.
 *
 * @param name what it is asked for by
 * @param speaker the diphone set: kevin16, or kevin for the 8 kHz one
 * @param pitchHz mean pitch before the shift
 * @param pitchRangeHz how far the pitch wanders; small sounds calm
 * @param wordsPerMinute pace
 * @param shift factor by which formants and pitch move up together; above 1 sounds smaller
 */
record FreeTtsVoice(
    String name,
    String speaker,
    float pitchHz,
    float pitchRangeHz,
    float wordsPerMinute,
    double shift) {
  /** All voices, the default first. */
  static final List<FreeTtsVoice> ALL =
      List.of(
          new FreeTtsVoice("kevin16", "kevin16", 100, 11, 150, 1.0),
          new FreeTtsVoice("kevin16-high", "kevin16", 135, 18, 150, 1.12),
          new FreeTtsVoice("kevin16-low", "kevin16", 92, 8, 140, 0.92),
          new FreeTtsVoice("kevin16-bright", "kevin16", 160, 22, 155, 1.18),
          new FreeTtsVoice("kevin8", "kevin", 110, 14, 145, 1.0));

  static Optional<FreeTtsVoice> named(String name) {
    if (name.isEmpty()) {
      return Optional.of(ALL.get(0));
    }
    return ALL.stream().filter(voice -> voice.name.equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(FreeTtsVoice::name).toList();
  }
}
