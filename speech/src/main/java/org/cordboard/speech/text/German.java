package org.cordboard.speech.text;

import java.util.List;
import java.util.stream.Stream;

/** The table of German: at one place, the first rule that applies wins. */
final class German {
  private German() {}

  static List<Rule> rules() {
    return Stream.of(
            GermanAddresses.rules(),
            GermanMoney.rules(),
            GermanDates.rules(),
            GermanTimes.rules(),
            GermanUnits.rules(),
            GermanSigns.rules(),
            GermanCounts.rules(),
            GermanAbbreviations.rules())
        .flatMap(List::stream)
        .toList();
  }
}
