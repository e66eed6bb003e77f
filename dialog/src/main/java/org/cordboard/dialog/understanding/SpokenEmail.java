package org.cordboard.dialog.understanding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses, written or spoken: "jo dot smith at example dot com", "j o at example.com". */
final class SpokenEmail {
  private static final Pattern WRITTEN =
      Pattern.compile("[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
  private static final Pattern DOMAIN =
      Pattern.compile("\\b(?:at|@)\\s+((?:[a-z0-9]+[ -]?){1,4}?(?:\\s?(?:dot|\\.)\\s?[a-z]+)+)");
  private static final Map<String, String> SIGNS =
      Map.of(
          "dot",
          ".",
          "period",
          ".",
          "point",
          ".",
          "underscore",
          "_",
          "dash",
          "-",
          "hyphen",
          "-",
          "minus",
          "-",
          "plus",
          "+");
  private static final Map<String, String> DIGITS =
      Map.of(
          "zero", "0", "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6",
          "seven", "7", "eight", "8", "nine", "9");
  private static final Set<String> STOPS =
      Set.of(
          "is", "it", "its", "s", "email", "address", "my", "the", "to", "me", "at", "on", "use",
          "under", "with", "yes", "yeah", "sure", "okay", "um", "uh", "that", "this", "and", "by",
          "as", "mail");

  private SpokenEmail() {}

  static Optional<String> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher written = WRITTEN.matcher(lower);
    if (written.find()) {
      return Optional.of(written.group().replaceAll("\\.$", ""));
    }
    Matcher domain = DOMAIN.matcher(lower.replaceAll("[,!?]", " ").replaceAll("\\.(?=\\s|$)", " "));
    if (!domain.find()) {
      return Optional.empty();
    }
    String local = local(lower.substring(0, domain.start()));
    String host = domain.group(1).replaceAll("\\s*(dot|\\.)\\s*", ".").replace(" ", "");
    return local.isEmpty() ? Optional.empty() : Optional.of(local + "@" + host);
  }

  /** Walks back from "at": signs, spelled letters and digits belong to it, and one word at most. */
  private static String local(String before) {
    String[] words = before.replaceAll("[^a-z0-9._+-]", " ").trim().split("\\s+");
    Deque<String> parts = new ArrayDeque<>();
    boolean word = false;
    for (int i = words.length - 1; i >= 0; i--) {
      String sign = SIGNS.get(words[i]);
      String digit = DIGITS.get(words[i]);
      if (sign != null) {
        parts.addFirst(sign);
        word = false;
      } else if (digit != null || words[i].matches("[a-z]|[0-9]+")) {
        parts.addFirst(digit != null ? digit : words[i]);
      } else if (!word && !STOPS.contains(words[i]) && !words[i].isEmpty()) {
        parts.addFirst(words[i]);
        word = true;
      } else {
        break;
      }
    }
    return String.join("", parts).replaceAll("^[._+-]+|[._+-]+$", "");
  }
}
