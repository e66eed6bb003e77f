package org.cordboard.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said sign by sign: order numbers, codes, telephone numbers, short forms in capitals. */
final class EnglishSigns {
  private static final String CONTEXT =
      "order|number|numbers|account|tracking|reference|ticket|case|code|pin|zip|confirmation"
          + "|invoice|policy|extension|ext\\.?|model|serial|return|customer|member|item|claim";
  private static final String SPELLED =
      "AI|API|ATM|ASAP|CEO|DIY|DOA|EIN|ETA|EU|EV|FAQ|FAQs|FYI|GPS|HVAC|ID|IDs|IOU|IRS|LED|PO|POS"
          + "|QA|RMA|SUV|UK|UPC|UPS|URL|US|USA|USB|USPS|VIP|VPN|DVD|TV|TVs|PC|PCs|SMS|HR|IT\\b(?= "
          + "department| support| team)";

  /** How signs are said. */
  static final SignReader SIGNS = new SignReader(EnglishNumbers::cardinal);

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
        SIGNS.oneByOne(),
        Rule.of("\\b(?:[2-8]11|911|988)\\b(?![.,:]\\d)", match -> SIGNS.signs(match.group())),
        SIGNS.codes(),
        Rule.of(
            "(?i)(?<=\\b(?:"
                + CONTEXT
                + ")(?: is| was|:)? ?)(?<!\\d)#?\\d{3,}(?![\\w,.:-]?\\d|\\w)",
            match -> SIGNS.signs(match.group())),
        Rule.words("#(\\d{4,})(?![\\w.,]?\\d)", match -> "number " + SIGNS.grouped(match.group(1))),
        SIGNS.dashed(),
        SIGNS.manyDigits(),
        SIGNS.spelled(SPELLED),
        SIGNS.consonants(),
        Rule.of(
            "\\b(?:[A-Z]\\.)+[A-Z]\\b(?:\\." + EnglishAbbreviations.GOES_ON + ")?",
            match -> Optional.of(Said.signs(SIGNS.letters(match.group())))));
  }

  /** A North American number in its groups; eight hundred as one word of it. */
  private static Optional<Said> telephone(String written) {
    String digits = written.replaceAll("\\D", "");
    List<String> groups = new ArrayList<>();
    int from = 0;
    if (digits.length() == 11 && digits.startsWith("1")) {
      from = 1;
    } else if (digits.length() != 10 && digits.length() != 7) {
      return SIGNS.signs(digits);
    }
    String tail = digits.substring(digits.length() - 7);
    String area = digits.substring(from, digits.length() - 7);
    String one = from == 1 ? "one, " : "";
    if (area.equals("800")) {
      groups.add((from == 1 ? "one " : "") + "eight hundred");
    } else if (!area.isEmpty()) {
      groups.add(one + SIGNS.letters(area));
    }
    groups.add(SIGNS.letters(tail.substring(0, 3)));
    groups.add(SIGNS.letters(tail.substring(3)));
    String words = String.join(", ", groups);
    return Optional.of(area.equals("800") ? Said.whole(words) : Said.signs(words));
  }
}
