package org.cordboard.speech.turn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A language's words for "go on, I listen", and what else tells by words alone whether a caller who
 * speaks over a prompt wants to be heard. Read from {@code LANGUAGE/backchannels.txt} beside this
 * class. Pure; any thread.
 */
public final class Backchannels {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'-]+");
  private static final Pattern NO_SPEECH = // "pfft", "tsk", "lalala": no word of any language here
      Pattern.compile("[bcdfghjklmnpqrstvwxzß']{2,}|(?!no|stop|halt|nein)(\\p{L}{1,4})\\1{2,}");
  private static final int MOST_PHRASES = 3; // "yeah yeah yeah yeah" is said to somebody who drones

  private final List<String> backchannels;
  private final List<String> noises;
  private final List<String> stops;

  private Backchannels(Map<String, List<String>> sections) {
    this.backchannels = longestFirst(sections.getOrDefault("backchannels", List.of()));
    this.noises = longestFirst(sections.getOrDefault("noises", List.of()));
    this.stops = List.copyOf(sections.getOrDefault("stops", List.of()));
  }

  /** What words said over a prompt are. */
  enum Kind {
    /** No words at all, or what recognisers write for a noise. */
    NOTHING,
    /** "Mm-hmm." */
    BACKCHANNEL,
    /** Words to somebody. */
    WORDS,
    /** Words that ask to be heard. */
    STOP
  }

  /** True when the language has its list. */
  public static boolean known(Locale language) {
    return Backchannels.class.getResource(file(language)) != null;
  }

  /**
   * The lists of a language.
   *
   * @throws IllegalArgumentException naming the file that is missing
   */
  public static Backchannels of(Locale language) {
    try (InputStream stream = Backchannels.class.getResourceAsStream(file(language))) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "language '"
                + language.toLanguageTag()
                + "' has no list of backchannels; add org/cordboard/speech/turn/"
                + file(language));
      }
      return new Backchannels(sections(stream));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String file(Locale language) {
    return language.getLanguage() + "/backchannels.txt";
  }

  private static Map<String, List<String>> sections(InputStream stream) {
    Map<String, List<String>> sections = new HashMap<>();
    List<String> section = new ArrayList<>();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    for (String line : reader.lines().toList()) {
      String phrase = line.strip();
      if (phrase.startsWith("[")) {
        section =
            sections.computeIfAbsent(
                phrase.substring(1, phrase.length() - 1), name -> new ArrayList<>());
      } else if (!phrase.isEmpty() && !phrase.startsWith("#")) {
        section.add(plain(phrase));
      }
    }
    return sections;
  }

  private static List<String> longestFirst(List<String> phrases) {
    return phrases.stream().sorted((a, b) -> b.length() - a.length()).toList();
  }

  /** Lower case, single spaces, no punctuation; joined words as one. */
  static String plain(String text) {
    return NO_WORD
        .matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))
        .replaceAll(" ")
        .replace("-", "")
        .strip();
  }

  /** What {@code text} is, said over a prompt. */
  Kind judge(String text) {
    return judge(text, false);
  }

  /** The same of words that may go on: "got" can become "got it". */
  Kind judgeSoFar(String text) {
    return judge(text, true);
  }

  private Kind judge(String text, boolean goesOn) {
    String left = plain(text);
    String padded = " " + left + " ";
    if (stops.stream().anyMatch(stop -> padded.contains(" " + stop + " "))) {
      return Kind.STOP;
    }
    int murmured = 0;
    while (!left.isEmpty()) {
      String rest = after(left, backchannels);
      if (rest != null) {
        murmured++;
      } else {
        rest = afterNoise(left);
        if (rest == null) {
          String begun = left + " ";
          boolean begins =
              goesOn && backchannels.stream().anyMatch(phrase -> phrase.startsWith(begun));
          return begins ? Kind.BACKCHANNEL : Kind.WORDS;
        }
      }
      left = rest;
    }
    if (murmured > MOST_PHRASES) {
      return Kind.WORDS;
    }
    return murmured > 0 ? Kind.BACKCHANNEL : Kind.NOTHING;
  }

  /** What comes after what recognisers write for a noise. */
  private @org.jspecify.annotations.Nullable String afterNoise(String text) {
    String rest = after(text, noises);
    int end = text.indexOf(' ');
    String word = end < 0 ? text : text.substring(0, end);
    if (rest == null && NO_SPEECH.matcher(word).matches()) {
      rest = end < 0 ? "" : text.substring(end + 1);
    }
    return rest;
  }

  private static @org.jspecify.annotations.Nullable String after(
      String text, List<String> phrases) {
    for (String phrase : phrases) {
      if (text.equals(phrase)) {
        return "";
      }
      if (text.startsWith(phrase + " ")) {
        return text.substring(phrase.length() + 1);
      }
    }
    return null;
  }
}
