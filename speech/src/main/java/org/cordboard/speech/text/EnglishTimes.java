package org.cordboard.speech.text;

import java.util.List;
import java.util.Optional;

/** Times of day, with twelve hours or twenty-four. */
final class EnglishTimes {
  // the stop of "p.m." that ends a sentence is left to end it
  private static final String HALF =
      "(?: ?([AaPp])\\.?[Mm]\\b(?:\\." + EnglishAbbreviations.GOES_ON + ")?)";
  private static final String CLOCK = "(\\d{1,2}):(\\d{2})";

  private EnglishTimes() {}

  static List<Rule> rules() {
    return List.of(
        Rule.of(
            "(?<![\\w:.,/-])" + CLOCK + HALF + "? ?[–-] ?" + CLOCK + HALF + "?(?![\\w:])",
            match ->
                both(
                    time(match.group(1), match.group(2), Rule.group(match, 3)),
                    time(match.group(4), match.group(5), Rule.group(match, 6)))),
        Rule.of(
            "(?<![\\w:.,/-])(\\d{1,2})" + HALF + "? ?[–-] ?(\\d{1,2})" + HALF,
            match ->
                both(
                    hour(match.group(1), Rule.group(match, 2)),
                    hour(match.group(3), match.group(4)))),
        Rule.of(
            "(?<![\\w:.,])" + CLOCK + "(?::\\d{2})?" + HALF + "?(?![\\w:])",
            match -> said(time(match.group(1), match.group(2), Rule.group(match, 3)))),
        Rule.of(
            "(?<![\\w:.,$€£])(\\d{1,2})" + HALF,
            match -> said(hour(match.group(1), match.group(2)))),
        Rule.words(
            "\\b([ap])\\.m\\b(?:\\." + EnglishAbbreviations.GOES_ON + ")?",
            match -> half(match.group(1)).trim()));
  }

  private static Optional<Said> said(String words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(Said.whole(words));
  }

  private static Optional<Said> both(String from, String to) {
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(Said.whole(from + " to " + to));
  }

  private static String hour(String hours, String half) {
    int hour = Integer.parseInt(hours);
    return hour < 1 || hour > 12 ? "" : EnglishNumbers.cardinal(hour) + half(half);
  }

  private static String time(String hours, String minutes, String half) {
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    if (hour > 24 || minute > 59 || (!half.isEmpty() && (hour < 1 || hour > 12))) {
      return "";
    }
    boolean whole = hour >= 13 || hour == 0 || hours.startsWith("0");
    String side = !half.isEmpty() ? half : whole ? (hour % 24 < 12 ? "a" : "p") : "";
    String words = EnglishNumbers.cardinal(hour % 12 == 0 ? 12 : hour % 12);
    if (minute == 0) {
      return side.isEmpty() ? words + " o'clock" : words + half(side);
    }
    return words + (minute < 10 ? " oh " : " ") + EnglishNumbers.cardinal(minute) + half(side);
  }

  private static String half(String letter) {
    return letter.isEmpty() ? "" : letter.equalsIgnoreCase("a") ? " A M" : " P M";
  }
}
