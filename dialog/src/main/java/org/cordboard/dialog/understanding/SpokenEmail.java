package org.cordboard.dialog.understanding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * E-mail addresses, written or spoken: "jo dot smith at example dot com", "j o at example.com", "jo
 * punkt schmidt at beispiel punkt de".
 */
final class SpokenEmail {
  private static final Pattern WRITTEN =
      Pattern.compile("[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "\\b(?:at|@|klammeraffe)\\s+((?:[a-z0-9]+[ -]?){1,4}?(?:\\s?(?:dot|punkt|\\.)\\s?[a-z]+)+)");
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("dot", "."),
          Map.entry("period", "."),
          Map.entry("point", "."),
          Map.entry("punkt", "."),
          Map.entry("underscore", "_"),
          Map.entry("unterstrich", "_"),
          Map.entry("dash", "-"),
          Map.entry("hyphen", "-"),
          Map.entry("minus", "-"),
          Map.entry("bindestrich", "-"),
          Map.entry("plus", "+"));
  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          Map.entry("zero", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("null", "0"),
          Map.entry("eins", "1"),
          Map.entry("zwei", "2"),
          Map.entry("zwo", "2"),
          Map.entry("drei", "3"),
          Map.entry("vier", "4"),
          Map.entry("fuenf", "5"),
          Map.entry("sechs", "6"),
          Map.entry("sieben", "7"),
          Map.entry("acht", "8"),
          Map.entry("neun", "9"));
  private static final Set<String> STOPS =
      Set.of(
          "is", "it", "its", "s", "email", "address", "my", "the", "to", "me", "at", "on", "use",
          "under", "with", "yes", "yeah", "sure", "okay", "um", "uh", "that", "this", "and", "by",
          "as", "mail", "ist", "lautet", "meine", "die", "adresse", "an", "unter", "ja", "aehm",
          "das", "waere", "und", "bitte");

  private static final Pattern FILLERS =
      Pattern.compile("\\b(uh+m?|um+|erm+|hm+|aehm?|oehm?)\\b[,.…]*|…|\\.{2,}");

  private SpokenEmail() {}

  /** The digit that a word in lower case names, or nothing. */
  static String digit(String word) {
    return DIGITS.getOrDefault(word.replace("ü", "ue"), "");
  }

  static Optional<String> find(String text) {
    String lower = // umlauts are no letters of addresses: they are written out there
        text.toLowerCase(Locale.ROOT)
            .replaceAll("\\b[äe]t\\b", "at")
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    lower = FILLERS.matcher(lower).replaceAll(" ");
    Matcher written = WRITTEN.matcher(lower);
    if (written.find()) {
      return Optional.of(written.group().replaceAll("\\.$", ""));
    }
    String spoken = lower.replaceAll("[,!?]", " ").replaceAll("\\.(?=\\s|$)", " ");
    Matcher domain = DOMAIN.matcher(spoken);
    if (!domain.find()) {
      return Optional.empty();
    }
    String local = local(spoken.substring(0, domain.start()));
    String host = domain.group(1).replaceAll("\\s*(dot|punkt|\\.)\\s*", ".").replace(" ", "");
    return local.isEmpty() ? Optional.empty() : Optional.of(local + "@" + host);
  }

  /** Walks back from "at": signs, spelled letters and digits belong to it, and one word at most. */
  private static String local(String before) {
    String[] words = before.replaceAll("('s\\b|[^a-z0-9._+-])", " ").trim().split("\\s+");
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
