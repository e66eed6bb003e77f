package org.cordboard.speech.whisper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What Whisper wrote, made sense of: markup taken off, runaway repetition and inventions found. */
final class WhisperText {
  private static final Pattern MARKUP =
      Pattern.compile("\\[[^\\]]*\\]?|\\([^)]*\\)?|\\{[^}]*\\}|<\\|[^|]*\\|>|\\*[^*]*\\*|[♪♫_]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final double MOST_SYLLABLES = 12; // a second; hurried speech has 8
  private static final double HASTY_SYLLABLES = 7; // too many when a phrase is repeated as well
  private static final int LONGEST_PATTERN = 12; // words of a repeated phrase

  /** Written for silence and noise, and by no caller. */
  private static final List<String> NEVER_SAID =
      List.of(
          "thanks for watching",
          "thank you for watching",
          "thank you so much for watching",
          "please subscribe",
          "subscribe to",
          "subtitles by",
          "transcribed by",
          "captions by",
          "amara org",
          "see you in the next video");

  /** Written for silence and noise, but also said by callers. */
  private static final Set<String> OFTEN_INVENTED =
      Set.of(
          "you",
          "thank you",
          "thanks",
          "bye",
          "bye bye",
          "so",
          "the",
          "oh",
          "uh",
          "um",
          "mm",
          "hmm",
          "i",
          "a",
          "and",
          "okay",
          "yeah",
          "i'm sorry",
          "thank you very much",
          "the end",
          "it's",
          "but",
          "music",
          "silence",
          "applause",
          "ah",
          "huh",
          "shh",
          "hm",
          "m",
          "s",
          "t",
          "ha");

  private WhisperText() {}

  /** The words without brackets, notes and stray dots. */
  static String clean(String raw) {
    String text = SPACES.matcher(MARKUP.matcher(raw).replaceAll(" ")).replaceAll(" ").trim();
    text = text.replaceFirst("^(>>|[-–—.,;:!?…]+)\\s*", "");
    return NOT_A_WORD.matcher(text).replaceAll("").isEmpty() ? "" : text;
  }

  /** True when a phrase is said over and over, or more is said than anybody could in the time. */
  static boolean runsAway(String text, double seconds) {
    String[] words = words(text);
    if (words.length < 3) {
      return false;
    }
    double rate = syllables(words) / Math.max(0.4, seconds);
    int most = repetitions(words);
    return most >= 8 || most >= 3 && rate > HASTY_SYLLABLES || rate > MOST_SYLLABLES;
  }

  /** True when a short text has more syllables than its time allows: worth a second look. */
  static boolean hasty(String text, double seconds) {
    String[] words = words(text);
    return words.length >= 3
        && seconds <= 2
        && syllables(words) / Math.max(0.4, seconds) > HASTY_SYLLABLES;
  }

  /** A sentence that was written twice, once; anything else as it is. */
  static String undoubled(String text) {
    String[] words = words(text);
    String[] tokens = text.split(" ");
    int half = words.length / 2;
    boolean twice =
        words.length >= 4
            && words.length % 2 == 0
            && tokens.length == words.length
            && Arrays.equals(words, 0, half, words, half, words.length);
    return twice ? String.join(" ", Arrays.copyOf(tokens, half)) : text;
  }

  /** Roughly: groups of vowels, and digits. */
  private static int syllables(String[] words) {
    int count = 0;
    for (String word : words) {
      boolean vowel = false;
      int before = count;
      for (char letter : word.toCharArray()) {
        boolean sounds = "aeiouy".indexOf(letter) >= 0;
        count += Character.isDigit(letter) || sounds && !vowel ? 1 : 0;
        vowel = sounds;
      }
      count += count == before ? 1 : 0;
    }
    return count;
  }

  /** True for words that no caller says: credits of films, on which the model was trained. */
  static boolean neverSaid(String text) {
    String plain = String.join(" ", words(text));
    return NEVER_SAID.stream().anyMatch(plain::contains);
  }

  /** True for words that Whisper also writes for noise, so that they need good evidence. */
  static boolean oftenInvented(String text) {
    return OFTEN_INVENTED.contains(String.join(" ", words(text)));
  }

  /** Words in lower case, without punctuation. */
  static String[] words(String text) {
    String plain = NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").trim();
    return plain.isEmpty() ? new String[0] : plain.split(" ");
  }

  /** How often the most repeated phrase comes in a row. */
  private static int repetitions(String[] words) {
    int most = 1;
    for (int size = 1; size <= Math.min(LONGEST_PATTERN, words.length / 2); size++) {
      for (int from = 0; from + 2 * size <= words.length; from++) {
        int count = 1;
        int next = from + size;
        while (next + size <= words.length
            && Arrays.equals(words, from, from + size, words, next, next + size)) {
          count++;
          next += size;
        }
        most = Math.max(most, count);
      }
    }
    return most;
  }
}
