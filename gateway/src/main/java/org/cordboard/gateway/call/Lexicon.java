package org.cordboard.gateway.call;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that the voice would get wrong, and how they are spoken. A text keeps its own characters
 * for people to read; what is spoken knows where it came from. Immutable; any thread.
 */
public final class Lexicon {
  /** Nothing is spoken differently. */
  public static final Lexicon NONE = new Lexicon(Map.of());

  private final Map<String, String> spoken;
  private final Pattern words;

  /** {@code spoken}: written word or words → how they are said; upper and lower case matter. */
  public Lexicon(Map<String, String> spoken) {
    this.spoken = Map.copyOf(spoken);
    List<String> longestFirst =
        spoken.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
            .map(Pattern::quote)
            .toList();
    this.words =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(" + String.join("|", longestFirst) + ")(?![\\p{L}\\p{N}])");
  }

  /**
   * A text as it is spoken.
   *
   * @param text for the voice
   */
  record Spoken(String text, int[] origin) {
    /** The place in the written text that a place in the spoken one stands for. */
    int written(int place) {
      return origin[Math.max(0, Math.min(place, origin.length - 1))];
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Spoken that
          && text.equals(that.text)
          && Arrays.equals(origin, that.origin);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  Spoken speak(String written) {
    StringBuilder text = new StringBuilder();
    int[] origin = new int[written.length() * 16 + 1];
    int from = 0;
    Matcher matcher = words.matcher(written);
    while (!spoken.isEmpty() && matcher.find()) {
      for (; from < matcher.start(); from++) {
        origin[text.length()] = from;
        text.append(written.charAt(from));
      }
      String said = spoken.getOrDefault(matcher.group(1), matcher.group(1));
      if (text.length() + said.length() + written.length() - from >= origin.length) {
        break; // absurdly long entries are left as they are written
      }
      for (int i = 0; i < said.length(); i++) {
        // all but the last character stand for the word's start, so that it is heard when it is
        // over
        origin[text.length()] = matcher.start();
        text.append(said.charAt(i));
      }
      from = matcher.end();
    }
    for (; from < written.length(); from++) {
      origin[text.length()] = from;
      text.append(written.charAt(from));
    }
    origin[text.length()] = written.length();
    return new Spoken(text.toString(), Arrays.copyOf(origin, text.length() + 1));
  }
}
