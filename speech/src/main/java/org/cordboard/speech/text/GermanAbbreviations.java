package org.cordboard.speech.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Short forms of words, and signs that stand for words. */
final class GermanAbbreviations {
  private static final Map<String, String> WITHIN =
      Map.ofEntries(
          Map.entry("z. B.", "zum Beispiel"),
          Map.entry("z.B.", "zum Beispiel"),
          Map.entry("d. h.", "das heißt"),
          Map.entry("d.h.", "das heißt"),
          Map.entry("u. a.", "unter anderem"),
          Map.entry("u.a.", "unter anderem"),
          Map.entry("i. d. R.", "in der Regel"),
          Map.entry("i.d.R.", "in der Regel"),
          Map.entry("u. U.", "unter Umständen"),
          Map.entry("o. ä.", "oder ähnliches"),
          Map.entry("bzw.", "beziehungsweise"),
          Map.entry("ca.", "ungefähr"),
          Map.entry("inkl.", "inklusive"),
          Map.entry("exkl.", "exklusive"),
          Map.entry("zzgl.", "zuzüglich"),
          Map.entry("abzgl.", "abzüglich"),
          Map.entry("evtl.", "eventuell"),
          Map.entry("ggf.", "gegebenenfalls"),
          Map.entry("vgl.", "vergleiche"),
          Map.entry("max.", "maximal"),
          Map.entry("mind.", "mindestens"),
          Map.entry("Dr.", "Doktor"),
          Map.entry("Prof.", "Professor"),
          Map.entry("Hr.", "Herr"),
          Map.entry("Hrn.", "Herrn"),
          Map.entry("Fr.", "Frau"),
          Map.entry("St.", "Sankt"),
          Map.entry("Tel.", "Telefon"),
          Map.entry("Nr.", "Nummer"),
          Map.entry("Abt.", "Abteilung"),
          Map.entry("Art.-Nr.", "Artikelnummer"),
          Map.entry("Bestell-Nr.", "Bestellnummer"),
          Map.entry("Kd.-Nr.", "Kundennummer"),
          Map.entry("Mio.", "Millionen"),
          Map.entry("Mrd.", "Milliarden"),
          Map.entry("Tsd.", "tausend"),
          Map.entry("einschl.", "einschließlich"),
          Map.entry("gem.", "gemäß"),
          Map.entry("lt.", "laut"));
  private static final Map<String, String> LAST = // may end a sentence
      Map.of(
          "usw",
          "und so weiter",
          "etc",
          "et cetera",
          "Str",
          "Straße",
          "Std",
          "Stunden",
          "MwSt",
          "Mehrwertsteuer");

  /** Follows a stop that does not end a sentence. */
  static final String GOES_ON = "(?!\\s*$|\\s+\\p{Lu})";

  private GermanAbbreviations() {}

  static List<Rule> rules() {
    return List.of(
        Rule.words(
            "(?<![\\w.])(" + written(WITHIN) + ")",
            match -> WITHIN.getOrDefault(match.group(1), match.group(1))),
        // "Hauptstr. 5", "Lange Str. 5"
        Rule.words(
            "\\b(\\p{Lu}\\p{Ll}*)str\\.(?= ?\\d| \\p{L}|,)", match -> match.group(1) + "straße"),
        Rule.words(
            "(?<![\\w.])(" + written(LAST) + ")\\.(?= ?\\d|,| \\p{Ll})",
            match -> LAST.getOrDefault(match.group(1), match.group(1))),
        Rule.words(
            "(?<![\\w.])(" + written(LAST) + ")(?=\\.)",
            match -> LAST.getOrDefault(match.group(1), match.group(1))),
        Rule.words(" ?& ?", match -> "und"),
        Rule.words("\\bund/oder\\b", match -> "und oder"),
        Rule.words("(?<=\\p{L}{2})/(?=\\p{L}{2})", match -> "oder"),
        Rule.words("(?<=\\d) ?\\+ ?(?=\\d)", match -> "plus"),
        Rule.words("(?<=[\\w)]) ?= ?(?=\\w)", match -> "gleich"),
        Rule.words("[\\p{So}\\p{Cs}•*_#`~|^\\\\\\[\\]{}<>\\uFE0F]+", match -> ""));
  }

  private static String written(Map<String, String> words) {
    return words.keySet().stream()
        .sorted(java.util.Comparator.comparingInt(String::length).reversed())
        .map(java.util.regex.Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
