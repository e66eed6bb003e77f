package org.cordboard.dialog.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses, written ({@code j.smith@example.com}) and spoken ("j smith at ex dot
 * com").
 */
final class EmailFinder {
  static final String MARKER = "[e-mail]";

  private static final String ENDING =
      "(?:com|net|org|edu|gov|info|biz|io|co|ai|app|dev|me|us|uk|ie|de|fr|es|it|nl|be|ch|at|eu|ca|au|nz"
          + "|in|example|test)";
  private static final String DOT = "(?:\\s*\\.\\s*|\\s+dot\\s+)";
  private static final Pattern WRITTEN =
      Pattern.compile("[^\\s@,;:<>()\"]+\\s?@\\s?[^\\s@,;:<>()\"]*[\\p{L}\\p{N}]");
  private static final Pattern SPOKEN_HOST =
      Pattern.compile(
          "(?<=\\s)at\\s+(?:[\\p{L}\\p{N}-]+\\s+){0,3}?[\\p{L}\\p{N}-]+"
              + ("(?:" + DOT + "[\\p{L}\\p{N}-]+){0,2}?")
              + DOT
              + ENDING
              + ("(?:" + DOT + ENDING + ")?")
              + "(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LAST_WORD = Pattern.compile("([^\\s,;:!?]+)[\\s,]*$");
  private static final Set<String> JOINING =
      Set.of("dot", "point", "underscore", "dash", "hyphen", "minus", "plus", "double");

  /** Words before which no name stands. */
  private static final Set<String> OTHER =
      Set.of(
          "is",
          "it's",
          "its",
          "my",
          "email",
          "e-mail",
          "mail",
          "address",
          "to",
          "me",
          "the",
          "a",
          "an",
          "at",
          "use",
          "send",
          "and",
          "or",
          "yes",
          "no",
          "ok",
          "okay",
          "sure",
          "that's",
          "mine",
          "be",
          "was",
          "on",
          "i",
          "we",
          "you",
          "look",
          "looked",
          "looking",
          "order",
          "ordered",
          "buy",
          "bought",
          "shop",
          "shopping",
          "see",
          "saw",
          "found",
          "website",
          "page",
          "account",
          "under",
          "with",
          "from",
          "for",
          "it",
          "there",
          "here",
          "stay",
          "work");

  private static final int MOST_PLAIN_WORDS = 2;

  private EmailFinder() {}

  static List<Span> find(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      spans.add(new Span(written.start(), written.end(), MARKER));
    }
    Matcher host = SPOKEN_HOST.matcher(text);
    while (host.find()) {
      int start = name(text, host.start());
      boolean fresh = spans.stream().noneMatch(span -> span.overlaps(start, host.end()));
      if (start < host.start() && fresh) {
        spans.add(new Span(start, host.end(), MARKER));
      }
    }
    return spans;
  }

  /** Where the name begins that ends before {@code end}; {@code end} itself when there is none. */
  private static int name(String text, int end) {
    int start = end;
    int plain = 0;
    boolean joined = false;
    while (start > 0) {
      Matcher last = LAST_WORD.matcher(text).region(0, start);
      if (!last.find()) {
        break;
      }
      String word = last.group(1).toLowerCase(Locale.ROOT);
      boolean joining = JOINING.contains(word);
      boolean spelled = word.length() == 1 || !SpokenDigits.find(word).isEmpty();
      boolean ordinary = !joining && !spelled && !joined;
      if ((OTHER.contains(word) && !joined) || (ordinary && plain == MOST_PLAIN_WORDS)) {
        break;
      }
      plain += joining || spelled ? 0 : 1;
      joined = joining;
      start = last.start(1);
    }
    return start;
  }
}
