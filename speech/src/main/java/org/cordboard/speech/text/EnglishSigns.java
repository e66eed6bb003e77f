package org.cordboard.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said sign by sign: order numbers, codes, telephone numbers, short forms in capitals. */
final class EnglishSigns {
  private static final String CONTEXT =
      "order|number|numbers|account|tracking|reference|ticket|case|code|pin|zip|confirmation"
          + "|invoice|policy|extension|ext\\.?|model|serial|return|customer|member|item|claim";
  private static final String SPELLED =
      "AI|API|ATM|ASAP|CEO|DIY|DOA|EIN|ETA|EU|EV|FAQ|FAQs|FYI|GPS|HVAC|ID|IDs|IOU|IRS|LED|PO|POS"
          + "|QA|RMA|SUV|UK|UPC|UPS|URL|US|USA|USB|USPS|VIP|VPN|DVD|TV|TVs|PC|PCs|SMS|HR|IT\\b(?= "
          + "department| support| team)";

  private EnglishSigns() {}

  static List<Rule> rules() {
    return List.of(
        Rule.of("\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}\\b", match -> telephone(match.group())),
        Rule.of(
            "(?<![\\w.+-])(?:\\+?1[ .-])?\\d{3}[ .-]\\d{3}[ .-]\\d{4}(?![\\w-])",
            match -> telephone(match.group())),
        Rule.of("(?<![\\w.,+-])\\d{3}-\\d{4}(?![\\w-])", match -> telephone(match.group())),
        Rule.of(
            "\\+\\d[\\d ]{6,17}\\d\\b",
            match -> telephone(match.group()).map(said -> Said.whole("plus " + said.words()))),
        // already written one by one
        Rule.of(
            "(?<![\\w.,])\\d(?:,? \\d(?!\\w|[.,:]\\d)){2,}",
            match -> Optional.of(Said.signs(spaced(match.group())))),
        Rule.of("\\b(?:[2-8]11|911|988)\\b(?![.,:]\\d)", match -> signs(match.group())),
        // letters and digits in one: AB12, RMA-20931, 4K
        Rule.of(
            "(?<![\\w.@/-])(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\\d)[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\\w@/-])",
            match -> code(match.group())),
        Rule.of(
            "(?i)(?<=\\b(?:"
                + CONTEXT
                + ")(?: is| was|:)? ?)(?<!\\d)#?\\d{3,}(?![\\w,.:-]?\\d|\\w)",
            match -> signs(match.group())),
        Rule.words("#(\\d{4,})(?![\\w.,]?\\d)", match -> "number " + grouped(match.group(1))),
        Rule.of(
            "(?<![\\w.,:$€£+-])(?:\\d+(?:-\\d+){2,}|\\d{3}-\\d{3})(?![\\w:-]|[.,]\\d)",
            match -> code(match.group())),
        Rule.of(
            "(?<![\\w.,:$€£-])(?:0\\d+|\\d{5,})(?![\\w,:-]?\\d|\\w|\\.\\d)",
            match -> signs(match.group())),
        Rule.of("\\b(?:" + SPELLED + ")\\b", match -> Optional.of(capitals(match.group()))),
        Rule.of(
            "(?<![\\w-])[B-DF-HJ-NP-TV-Z]{2,5}(?![\\w-])",
            match -> Optional.of(capitals(match.group()))),
        Rule.of(
            "\\b(?:[A-Z]\\.)+[A-Z]\\b(?:\\." + EnglishAbbreviations.GOES_ON + ")?",
            match -> Optional.of(Said.signs(letters(match.group())))));
  }

  /** {@code 481927} as {@code four eight one, nine two seven}. */
  static Optional<Said> signs(String written) {
    return Optional.of(Said.signs(grouped(written)));
  }

  static String grouped(String written) {
    return Groups.of(written.replaceAll("[^\\p{L}\\d]", "")).stream()
        .map(EnglishSigns::letters)
        .collect(Collectors.joining(", "));
  }

  /** Digits that are written one by one keep the groups that they are written in. */
  private static String spaced(String written) {
    List<String> groups = new ArrayList<>();
    for (String group : written.split(",", -1)) {
      groups.add(EnglishNumbers.digits(group));
    }
    return String.join(", ", groups);
  }

  private static Optional<Said> code(String written) {
    List<String> groups = new ArrayList<>();
    for (String part : written.split("-", -1)) {
      groups.addAll(Groups.of(part));
    }
    return Optional.of(
        Said.signs(groups.stream().map(EnglishSigns::letters).collect(Collectors.joining(", "))));
  }

  /** A North American number in its groups; eight hundred as one word of it. */
  private static Optional<Said> telephone(String written) {
    String digits = written.replaceAll("\\D", "");
    List<String> groups = new ArrayList<>();
    int from = 0;
    if (digits.length() == 11 && digits.startsWith("1")) {
      from = 1;
    } else if (digits.length() != 10 && digits.length() != 7) {
      return signs(digits);
    }
    String tail = digits.substring(digits.length() - 7);
    String area = digits.substring(from, digits.length() - 7);
    String one = from == 1 ? "one, " : "";
    if (area.equals("800")) {
      groups.add((from == 1 ? "one " : "") + "eight hundred");
    } else if (!area.isEmpty()) {
      groups.add(one + letters(area));
    }
    groups.add(letters(tail.substring(0, 3)));
    groups.add(letters(tail.substring(3)));
    String words = String.join(", ", groups);
    return Optional.of(area.equals("800") ? Said.whole(words) : Said.signs(words));
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
                    ? EnglishNumbers.cardinal(Character.digit(sign, 10))
                    : String.valueOf((char) sign).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
