package org.cordboard.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private GermanSigns() {}

  static List<Rule> rules() {
    return List.of(
        Rule.of(
            "\\+\\d[\\d /()-]{6,20}\\d\\b",
            match -> telephone(match.group()).map(said -> Said.whole("plus " + said.words()))),
        Rule.of(
            "(?<![\\w.,+-])\\(?0\\d{1,5}\\)?(?: ?[/–-] ?| )\\d[\\d -]{2,12}\\d(?![\\w,.:-]?\\d|\\w)",
            match -> telephone(match.group())),
        // already written one by one
        Rule.of(
            "(?<![\\w.,])\\d(?:,? \\d(?!\\w|[.,:]\\d)){2,}",
            match -> Optional.of(Said.signs(spaced(match.group())))),
        Rule.of(
            "(?<![\\w.,])(?:110|112|115|116117)(?![\\w]|[.,:]\\d)", match -> signs(match.group())),
        // letters and digits in one: AB12, RMA-20931
        Rule.of(
            "(?<![\\w.@/-])(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\\d)[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\\w@/-])",
            match -> code(match.group())),
        Rule.of(
            "(?iu)(?<=\\b(?:"
                + CONTEXT
                + ")(?: ist| war| lautet|:)? ?)(?<!\\d)#?\\d{3,}(?![\\w,.:-]?\\d|\\w)",
            match -> signs(match.group())),
        Rule.words("#(\\d{4,})(?![\\w.,]?\\d)", match -> "Nummer " + grouped(match.group(1))),
        Rule.of(
            "(?<![\\w.,:$€£+-])(?:\\d+(?:-\\d+){2,}|\\d{3}-\\d{3})(?![\\w:-]|[.,]\\d)",
            match -> code(match.group())),
        Rule.of(
            "(?<![\\w.,:$€£-])(?:0\\d+|\\d{5,})(?![\\w,:-]?\\d|\\w|\\.\\d)",
            match -> signs(match.group())),
        Rule.of("\\b(?:" + SPELLED + ")\\b", match -> Optional.of(capitals(match.group()))),
        Rule.of(
            "(?<![\\w-])[B-DF-HJ-NP-TV-Z]{2,5}(?![\\w-])",
            match -> Optional.of(capitals(match.group()))));
  }

  /** {@code 481927} as {@code vier acht eins, neun zwo sieben}. */
  static Optional<Said> signs(String written) {
    return Optional.of(Said.signs(grouped(written)));
  }

  static String grouped(String written) {
    return Groups.of(written.replaceAll("[^\\p{L}\\d]", "")).stream()
        .map(GermanSigns::letters)
        .collect(Collectors.joining(", "));
  }

  /** Digits that are written one by one keep the groups that they are written in. */
  private static String spaced(String written) {
    List<String> groups = new ArrayList<>();
    for (String group : written.split(",", -1)) {
      groups.add(GermanNumbers.digits(group));
    }
    return String.join(", ", groups);
  }

  private static Optional<Said> code(String written) {
    List<String> groups = new ArrayList<>();
    for (String part : written.split("-", -1)) {
      groups.addAll(Groups.of(part));
    }
    return Optional.of(
        Said.signs(groups.stream().map(GermanSigns::letters).collect(Collectors.joining(", "))));
  }

  /** A telephone number in the groups that it is written in; a long group is cut. */
  private static Optional<Said> telephone(String written) {
    List<String> groups = new ArrayList<>();
    for (String part : written.split("[^\\d]+")) {
      if (!part.isEmpty()) {
        groups.addAll(Groups.of(part));
      }
    }
    return Optional.of(
        Said.signs(groups.stream().map(GermanNumbers::digits).collect(Collectors.joining(", "))));
  }

  private static Said capitals(String written) {
    boolean plural = written.endsWith("s");
    String base = plural ? written.substring(0, written.length() - 1) : written;
    return plural ? Said.whole(letters(base) + "s") : Said.signs(letters(base));
  }

  /** Letters and digits one by one; other signs are left out. */
  static String letters(String written) {
    return written
        .chars()
        .filter(Character::isLetterOrDigit)
        .mapToObj(
            sign ->
                Character.isDigit(sign)
                    ? GermanNumbers.digit(Character.digit(sign, 10))
                    : String.valueOf((char) sign).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
