package org.cordboard.dialog.understanding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The normal form in which word lists are matched: lower case, contractions written out, no
 * punctuation, single spaces; an utterance from a recogniser and the same one typed look alike.
 */
final class Words {
  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("can't", "can not"),
          Map.entry("cannot", "can not"),
          Map.entry("cant", "can not"),
          Map.entry("won't", "will not"),
          Map.entry("wont", "will not"),
          Map.entry("shan't", "shall not"),
          Map.entry("ain't", "is not"),
          Map.entry("aint", "is not"),
          Map.entry("dont", "do not"),
          Map.entry("doesnt", "does not"),
          Map.entry("didnt", "did not"),
          Map.entry("isnt", "is not"),
          Map.entry("wasnt", "was not"),
          Map.entry("havent", "have not"),
          Map.entry("hasnt", "has not"),
          Map.entry("couldnt", "could not"),
          Map.entry("wouldnt", "would not"),
          Map.entry("im", "i am"),
          Map.entry("ive", "i have"),
          Map.entry("id", "i would"),
          Map.entry("youre", "you are"),
          Map.entry("thats", "that is"),
          Map.entry("whats", "what is"),
          Map.entry("theres", "there is"),
          Map.entry("hes", "he is"),
          Map.entry("shes", "she is"),
          Map.entry("its", "it is"),
          Map.entry("let's", "let us"),
          Map.entry("lets", "let us"),
          Map.entry("wanna", "want to"),
          Map.entry("gonna", "going to"),
          Map.entry("gotta", "got to"),
          Map.entry("gimme", "give me"),
          Map.entry("lemme", "let me"),
          Map.entry("dunno", "do not know"),
          Map.entry("cuz", "because"),
          Map.entry("'cause", "because"),
          Map.entry("ya", "you"),
          Map.entry("y'all", "you"),
          Map.entry("ok", "okay"));
  private static final Map<String, String> ENDINGS =
      Map.of("n't", " not", "'m", " am", "'re", " are", "'ve", " have", "'ll", " will");
  private static final Set<String> IS_AFTER =
      Set.of(
          "it",
          "that",
          "he",
          "she",
          "what",
          "who",
          "there",
          "here",
          "where",
          "how",
          "this",
          "whoever",
          "everything",
          "nothing",
          "something");
  private static final Set<String> DROPPED =
      Set.of(
          "um",
          "uh",
          "uhm",
          "erm",
          "er",
          "ah",
          "eh",
          "hm",
          "hmm",
          "mm",
          "please",
          "kindly",
          "basically",
          "literally",
          "actually",
          "honestly",
          "just");

  private Words() {}

  /** The normal form, with one space before and after every word: {@code " i am here "}. */
  static String normal(String text) {
    StringBuilder normal = new StringBuilder(" ");
    for (String word : words(text)) {
      normal.append(word).append(' ');
    }
    return normal.length() == 1 ? "" : normal.toString();
  }

  /** As written; one where nothing is marked as an end. */
  static List<String> sentences(String text) {
    return List.of(text.strip().split("(?<=[.!?…])\\s+"));
  }

  /** The words of the normal form. */
  static List<String> words(String text) {
    String clean =
        text.toLowerCase(Locale.ROOT)
            .replace('’', '\'')
            .replace('‘', '\'')
            .replaceAll("\\be-mail", "email")
            .replaceAll("\\b9-1-1\\b", "911")
            .replaceAll("\\ba\\.\\s?i\\b\\.?", "ai")
            .replaceAll("(?<=[0-9]),(?=[0-9]{3})", "")
            .replaceAll("(?<=[0-9])\\.(?=[0-9])", "·")
            .replaceAll("[^\\p{L}0-9'$£€@·\\s]", " ")
            .trim();
    java.util.ArrayList<String> words = new java.util.ArrayList<>();
    for (String raw : clean.split("\\s+")) {
      for (String word : expand(raw).split(" ", -1)) {
        if (!word.isEmpty() && !DROPPED.contains(word)) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static String expand(String raw) {
    String word = raw.replaceAll("^'(?!cause)+|'+$", "");
    String whole = WHOLE.get(word);
    if (whole != null) {
      return whole;
    }
    for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
      if (word.endsWith(ending.getKey()) && word.length() > ending.getKey().length()) {
        return word.substring(0, word.length() - ending.getKey().length()) + ending.getValue();
      }
    }
    if (word.endsWith("'d")) {
      return word.substring(0, word.length() - 2) + " would";
    }
    if (word.endsWith("'s")) {
      String stem = word.substring(0, word.length() - 2);
      return IS_AFTER.contains(stem) ? stem + " is" : stem + "s";
    }
    return word.replace("'", "");
  }
}
