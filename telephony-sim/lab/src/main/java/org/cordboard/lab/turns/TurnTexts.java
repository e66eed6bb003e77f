package org.cordboard.lab.turns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What callers of a language say, beside the sentences that are drawn.
 *
 * @param locale the language
 * @param folder of its sentences, among the resources of this package
 * @param fillers what they say while they think
 * @param digits zero to nine
 * @param numbers how a group of digits is read
 * @param beforeNumber what precedes a number
 * @param beforeName what precedes a name
 * @param firstNames for names and addresses
 * @param lastNames for names, addresses and spellings
 * @param hosts of addresses
 * @param dot what joins parts of an address
 * @param at what stands before its host
 * @param end what follows it
 * @param answers to a question for yes or no
 */
record TurnTexts(
    Locale locale,
    String folder,
    List<String> fillers,
    List<String> digits,
    Numbers numbers,
    List<String> beforeNumber,
    String beforeName,
    List<String> firstNames,
    List<String> lastNames,
    List<String> hosts,
    String dot,
    String at,
    String end,
    List<String> answers) {

  /** How a group of digits is read. */
  enum Numbers {
    /** "four eight". */
    DIGITS,
    /** Now and then "achtundvierzig", "vierhunderteinundachtzig". */
    GERMAN
  }

  static final TurnTexts ENGLISH =
      new TurnTexts(
          Locale.ENGLISH,
          "",
          List.of("um", "uh", "er", "well um", "you know"),
          List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
          Numbers.DIGITS,
          List.of("", "", "", "it's", "yes it's", "my number is", "the order number is", "sure"),
          "my name is ",
          List.of(
              "john", "mary", "anna", "peter", "susan", "james", "linda", "robert", "emma",
              "david"),
          List.of(
              "smith", "brown", "miller", "wilson", "taylor", "baker", "king", "cooper", "hall"),
          List.of("gmail", "yahoo", "hotmail", "example"),
          "dot",
          "at",
          "dot com",
          List.of(
              "yes",
              "no",
              "yes please",
              "no thank you",
              "yeah that's right",
              "no that's wrong",
              "yes go ahead",
              "no it is not",
              "sure",
              "that's correct",
              "yes but i want to change the address first",
              "no i need to speak to someone about it"));

  static final TurnTexts GERMAN =
      new TurnTexts(
          Locale.GERMAN,
          "de/",
          List.of("äh", "ähm", "öh", "also ähm", "na ja"),
          List.of(
              "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"),
          Numbers.GERMAN,
          List.of(
              "",
              "",
              "",
              "das ist die",
              "ja das ist die",
              "meine nummer ist",
              "die bestellnummer lautet",
              "gern"),
          "mein name ist ",
          List.of(
              "hans", "maria", "anna", "peter", "susanne", "jürgen", "sabine", "robert", "emma",
              "lukas"),
          List.of(
              "schmidt",
              "braun",
              "müller",
              "fischer",
              "schneider",
              "becker",
              "könig",
              "wagner",
              "koch"),
          List.of("gmx", "web", "t online", "beispiel"),
          "punkt",
          "at",
          "punkt de",
          List.of(
              "ja",
              "nein",
              "ja bitte",
              "nein danke",
              "ja das stimmt",
              "nein das ist falsch",
              "ja machen sie das",
              "nein ist es nicht",
              "gern",
              "das ist richtig",
              "ja aber ich möchte erst die adresse ändern",
              "nein da muss ich mit jemandem drüber sprechen"));

  /**
   * The texts of a language.
   *
   * @throws IllegalArgumentException telling which there are
   */
  static TurnTexts of(Locale locale) {
    return List.of(ENGLISH, GERMAN).stream()
        .filter(texts -> texts.locale().getLanguage().equals(locale.getLanguage()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no turns in '" + locale.toLanguageTag() + "': there are some in en, de"));
  }

  /** The sentences to tune on, or those to report with: a resource of this package, one a line. */
  List<String> sentences(String name) {
    return lines(name).stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
  }

  /** The lines of a resource of this language. */
  List<String> lines(String name) {
    String file = folder + name + ".txt";
    try (InputStream from = TurnTexts.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(from, file), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("texts of turns", unreadable);
    }
  }

  /** Digits as they are read in one go; {@code together} as one number, where that is usual. */
  String read(List<Integer> group, boolean together) {
    if (together && numbers == Numbers.GERMAN && group.get(0) > 0 && group.size() == 2) {
      return pair(group.get(0), group.get(1), "eins");
    }
    if (together && numbers == Numbers.GERMAN && group.get(0) > 0 && group.size() == 3) {
      return joined(group.get(0)) + "hundert" + pair(group.get(1), group.get(2), "eins");
    }
    List<String> read = new ArrayList<>();
    group.forEach(digit -> read.add(digits.get(digit)));
    return String.join(" ", read);
  }

  private String pair(int tens, int units, String one) {
    if (tens == 0) {
      return units == 0 ? "" : units == 1 ? one : digits.get(units);
    } else if (tens == 1) {
      return TEENS.get(units);
    }
    return units == 0 ? TENS.get(tens) : joined(units) + "und" + TENS.get(tens);
  }

  private String joined(int digit) {
    return digit == 1 ? "ein" : digits.get(digit);
  }

  private static final List<String> TEENS =
      List.of(
          "zehn",
          "elf",
          "zwölf",
          "dreizehn",
          "vierzehn",
          "fünfzehn",
          "sechzehn",
          "siebzehn",
          "achtzehn",
          "neunzehn");
  private static final List<String> TENS =
      List.of(
          "", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
          "neunzig");
}
