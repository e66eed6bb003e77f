package org.cordboard.speech.text;

import java.util.List;
import java.util.Optional;

/** Times of day: "14:30 Uhr", "8–19 Uhr", "09.05 Uhr". */
final class GermanTimes {
  private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::\\d{2})?";
  private static final String TO = " ?(?:[–-]|bis) ?";
  private static final String OCLOCK = "(?: ?Uhr\\b)?";

  private GermanTimes() {}

  static List<Rule> rules() {
    return List.of(
        Rule.of(
            "(?<![\\w:.,/-])" + CLOCK + OCLOCK + TO + CLOCK + OCLOCK + "(?![\\w:])",
            match ->
                both(time(match.group(1), match.group(2)), time(match.group(3), match.group(4)))),
        Rule.of(
            "(?<![\\w:.,/-])(\\d{1,2})" + TO + "(\\d{1,2}) ?Uhr\\b",
            match -> both(time(match.group(1), "00"), time(match.group(2), "00"))),
        Rule.of(
            "(?<![\\w:.,])" + CLOCK + OCLOCK + "(?![\\w:])",
            match -> said(time(match.group(1), match.group(2)))),
        Rule.of(
            "(?<![\\w:.,])(\\d{1,2})\\.(\\d{2}) ?Uhr\\b",
            match -> said(time(match.group(1), match.group(2)))),
        Rule.of("(?<![\\w:.,])(\\d{1,2}) ?Uhr\\b", match -> said(time(match.group(1), "00"))));
  }

  private static Optional<Said> said(String words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(Said.whole(words));
  }

  /** "acht bis neunzehn Uhr": whole hours need "Uhr" once. */
  private static Optional<Said> both(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    boolean whole = from.endsWith(" Uhr");
    String first = whole ? from.substring(0, from.length() - " Uhr".length()) : from;
    return Optional.of(Said.whole(first + " bis " + to));
  }

  private static String time(String hours, String minutes) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    if (hour > 24 || minute > 59) {
      return "";
    }
    String words = GermanNumbers.counting(hour, false) + " Uhr";
    return minute == 0 ? words : words + " " + GermanNumbers.cardinal(minute);
  }
}
