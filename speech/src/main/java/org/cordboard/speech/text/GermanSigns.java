package org.cordboard.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said sign by sign: order numbers, codes, telephone numbers, short forms in capitals. */
final class GermanSigns {
  private static final String CONTEXT =
      "bestellung|nummer|bestellnummer|kundennummer|rechnungsnummer|vertragsnummer|sendungsnummer"
          + "|vorgangsnummer|kontonummer|auftragsnummer|artikelnummer|seriennummer|nr\\.|konto"
          + "|sendung|vorgang|ticket|code|pin|tan|plz|postleitzahl|rechnung|vertrag|modell|durchwahl"
          + "|auftrag";
  private static final String SPELLED =
      "KI|AI|AG|AGB|BLZ|DHL|DVD|EC|EDV|EU|FAQ|GPS|ICE|ID|IT|LED|LKW|PC|PCs|PKW|PLZ|QR|SMS|TV|UPS"
          + "|USA|USB|VIP|WC|WLAN|GmbH|ABS|API|CEO|DPD|GLS";

  /** How signs are said. */
  static final SignReader SIGNS = new SignReader(GermanNumbers::digit);

  private GermanSigns() {}

  static List<Rule> rules() {
    return List.of(
        Rule.of(
            "\\+\\d[\\d /()-]{6,20}\\d\\b",
            match -> telephone(match.group()).map(said -> Said.whole("plus " + said.words()))),
        Rule.of(
            "(?<![\\w.,+-])\\(?0\\d{1,5}\\)?(?: ?[/–-] ?| )\\d[\\d -]{2,12}\\d(?![\\w,.:-]?\\d|\\w)",
            match -> telephone(match.group())),
        SIGNS.oneByOne(),
        Rule.of(
            "(?<![\\w.,])(?:110|112|115|116117)(?![\\w]|[.,:]\\d)",
            match -> SIGNS.signs(match.group())),
        SIGNS.codes(),
        Rule.of(
            "(?iu)(?<=\\b(?:"
                + CONTEXT
                + ")(?: ist| war| lautet|:)? ?)(?<!\\d)#?\\d{3,}(?![\\w,.:-]?\\d|\\w)",
            match -> SIGNS.signs(match.group())),
        Rule.words("#(\\d{4,})(?![\\w.,]?\\d)", match -> "Nummer " + SIGNS.grouped(match.group(1))),
        SIGNS.dashed(),
        SIGNS.manyDigits(),
        SIGNS.spelled(SPELLED),
        SIGNS.consonants());
  }

  /** A telephone number in the groups that it is written in; a long group is cut. */
  private static Optional<Said> telephone(String written) {
    List<String> groups = new ArrayList<>();
    for (String part : written.split("[^\\d]+")) {
      if (!part.isEmpty()) {
        groups.addAll(Groups.of(part));
      }
    }
    return Optional.of(SIGNS.said(groups));
  }
}
