package org.cordboard.speech.text;

import java.util.List;
import java.util.stream.Stream;

/** The table of American English: at one place, the first rule that applies wins. */
final class AmericanEnglish {
  private AmericanEnglish() {}

  static List<Rule> rules() {
    return Stream.of(
            EnglishAddresses.rules(),
            EnglishMoney.rules(),
            EnglishDates.rules(),
            EnglishTimes.rules(),
            EnglishUnits.rules(),
            EnglishSigns.rules(),
            EnglishCounts.rules(),
            EnglishAbbreviations.rules())
        .flatMap(List::stream)
        .toList();
  }
}
