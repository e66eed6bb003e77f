package org.cordboard.dialog.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name that was asked for: "John Smith", "um, it's John… Smith", "Smith, S M I T H", "mein Name
 * ist Jana Vogt". Words that are plainly no name, such as "I don't know", are none. Pure.
 */
final class SpokenName {
  private static final int MOST_WORDS = 4;
  private static final int SPELT = 3; // letters in a row that spell a word; fewer are initials
  private static final int ANY_CASE =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern FILLERS =
      Pattern.compile("\\b(um+|uh+|uhm|erm+|hm+|ähm?|öhm?|well|okay|ok|so)\\b", ANY_CASE);
  private static final Pattern AROUND = // what stands before, between and behind
      Pattern.compile(
          "\\b((yes|yeah|sure|hi|hello|ja|klar|gern|hallo|also)\\b"
              + "|((and )?(my|the|und|mein|meine|der|die) )?(full |first |last |family |middle )?"
              + "(sur|vor|nach)?names?('s| is| would be| ist| lautet)?\\b"
              + "|(it|that|this)('s| is| would be)\\b|i'?m\\b|i am\\b|call me\\b|they call me\\b"
              + "|(das|hier) (ist|wäre|spricht)\\b|ich (heiße|bin)\\b|(herr|frau|mr|mrs|ms|mister)\\b"
              + "|(is )?(spelled|spelt|spelling)\\b|i spell\\b|(that )?with\\b|geschrieben\\b"
              + "|buchstabiert\\b|calling\\b|speaking\\b|here\\b|please\\b|bitte\\b"
              + "|thank you\\b|thanks\\b|danke\\b)",
          ANY_CASE);
  private static final Pattern SPELLED = // "S-M-I-T-H", "S.M.I.T.H"
      Pattern.compile("(?<![\\p{L}])(\\p{L})[-.](?=\\p{L}(?![\\p{L}]))");
  private static final Set<String> AS = Set.of("as", "in", "for", "like", "wie");
  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "der", "den", "de", "la", "del", "della", "di", "da", "dos", "zu", "bin");
  private static final Set<String> NO_NAMES =
      Set.of(
          ("i the this that not no yes what who why where when how person human agent operator"
                  + " representative somebody someone speak talk help order number refund wait moment"
                  + " minute second sorry know want need have said again repeat nothing never goodbye"
                  + " bye cancel stop and or to of for your don't can't won't isn't get go out"
                  + " ich mich mir nicht nein was wer warum wieso wo wann mensch menschen mitarbeiter"
                  + " berater kollegen warten sekunde weiß möchte brauche habe kann noch nochmal"
                  + " wiederholen tschüss bestellung bestellnummer nummer jemand jemanden kein keine"
                  + " sprechen wiederhören oder")
              .split(" "));

  private SpokenName() {}

  /** The name in the answer to "what is your name?". */
  static Optional<String> find(String text) {
    String plain = text.replace('’', '\'');
    plain = SPELLED.matcher(plain).replaceAll("$1 ");
    plain = plain.replaceAll("[,.;:!?…\"]+|-(?!\\p{L})|(?<!\\p{L})-", " ");
    plain = FILLERS.matcher(plain).replaceAll(" ").replaceAll("\\s+", " ").strip();
    String before;
    do {
      before = plain;
      plain = AROUND.matcher(plain).replaceAll(" ").replaceAll("\\s+", " ").strip();
    } while (!before.equals(plain));
    return plain.isEmpty() ? Optional.empty() : read(plain.split(" "));
  }

  private static Optional<String> read(String[] words) {
    List<String> name = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean stands = !letters.isEmpty() && AS.contains(word.toLowerCase(Locale.ROOT));
      if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
        letters.append(word);
      } else if (stands && i + 1 < words.length) {
        i += words[i + 1].equalsIgnoreCase("in") ? 2 : 1; // "as in Sam", "wie Siegfried"
      } else {
        spelt(name, letters);
        name.add(word);
      }
    }
    spelt(name, letters);
    boolean names =
        name.stream()
            .allMatch(
                word ->
                    word.matches("[\\p{L}'-]+")
                        && !NO_NAMES.contains(word.toLowerCase(Locale.ROOT)));
    return names && !name.isEmpty() && name.size() <= MOST_WORDS
        ? Optional.of(written(name))
        : Optional.empty();
  }

  /** Letters spell the word before them, or one more; few of them are initials. */
  private static void spelt(List<String> name, StringBuilder letters) {
    String word = letters.toString();
    letters.setLength(0);
    if (word.isEmpty()) {
      return;
    }
    String last = name.isEmpty() ? "" : name.get(name.size() - 1);
    if (last.equalsIgnoreCase(word)) {
      return;
    }
    if (word.length() < SPELT) {
      word.chars().forEach(letter -> name.add(Character.toString(letter)));
      return;
    }
    if (!last.isEmpty() && last.substring(0, 1).equalsIgnoreCase(word.substring(0, 1))) {
      name.remove(name.size() - 1);
    }
    name.add(word.toLowerCase(Locale.ROOT));
  }

  private static String written(List<String> words) {
    StringBuilder written = new StringBuilder();
    for (String word : words) {
      boolean particle = !written.isEmpty() && PARTICLES.contains(word);
      String first = word.substring(0, 1);
      written
          .append(written.isEmpty() ? "" : " ")
          .append(particle ? first : first.toUpperCase(Locale.ROOT))
          .append(word.substring(1));
    }
    return written.toString();
  }
}
