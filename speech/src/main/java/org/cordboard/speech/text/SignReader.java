package org.cordboard.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Says letters and digits one by one, in a language's words for digits and in groups. Pure. */
final class SignReader {
  private final IntFunction<String> digit;

  /** {@code digit} names the digits 0 to 9. */
  SignReader(IntFunction<String> digit) {
    this.digit = digit;
  }

  /** Digits that are written one by one already: {@code 4 8 1, 9 2 7}. */
  Rule oneByOne() {
    return Rule.of(
        "(?<![\\w.,])\\d(?:,? \\d(?!\\w|[.,:]\\d)){2,}",
        match -> Optional.of(said(List.of(match.group().split(",", -1)))));
  }

  /** Letters and digits in one: {@code AB12}, {@code RMA-20931}. */
  Rule codes() {
    return Rule.of(
        "(?<![\\w.@/-])(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\\d)[A-Z0-9]+(?:-[A-Z0-9]+)*(?![\\w@/-])",
        match -> code(match.group()));
  }

  /** Digits with dashes between: {@code 12-345-678}. */
  Rule dashed() {
    return Rule.of(
        "(?<![\\w.,:$€£+-])(?:\\d+(?:-\\d+){2,}|\\d{3}-\\d{3})(?![\\w:-]|[.,]\\d)",
        match -> code(match.group()));
  }

  /** Digits too many to be a count, or behind a nought. */
  Rule manyDigits() {
    return Rule.of(
        "(?<![\\w.,:$€£-])(?:0\\d+|\\d{5,})(?![\\w,:-]?\\d|\\w|\\.\\d)",
        match -> signs(match.group()));
  }

  /** Short forms that are spelled, an expression of them, {@code PCs} among them. */
  Rule spelled(String forms) {
    return Rule.of("\\b(?:" + forms + ")\\b", match -> Optional.of(capitals(match.group())));
  }

  /** Capitals without a vowel, which nobody could say as a word. */
  Rule consonants() {
    return Rule.of(
        "(?<![\\w-])[B-DF-HJ-NP-TV-Z]{2,5}(?![\\w-])",
        match -> Optional.of(capitals(match.group())));
  }

  /** {@code 481927} as {@code four eight one, nine two seven}. */
  Optional<Said> signs(String written) {
    return Optional.of(Said.signs(grouped(written)));
  }

  String grouped(String written) {
    return joined(Groups.of(written.replaceAll("[^\\p{L}\\d]", "")));
  }

  /** Sign by sign, with a pause after each group. */
  Said said(List<String> groups) {
    return Said.signs(joined(groups));
  }

  private String joined(List<String> groups) {
    return groups.stream().map(this::letters).collect(Collectors.joining(", "));
  }

  private Optional<Said> code(String written) {
    List<String> groups = new ArrayList<>();
    for (String part : written.split("-", -1)) {
      groups.addAll(Groups.of(part));
    }
    return Optional.of(said(groups));
  }

  private Said capitals(String written) {
    boolean plural = written.endsWith("s");
    String base = plural ? written.substring(0, written.length() - 1) : written;
    return plural ? Said.whole(letters(base) + "s") : Said.signs(letters(base));
  }

  /** Letters and digits one by one; other signs are left out. */
  String letters(String written) {
    return written
        .chars()
        .filter(Character::isLetterOrDigit)
        .mapToObj(
            sign ->
                Character.isDigit(sign)
                    ? digit.apply(Character.digit(sign, 10))
                    : String.valueOf((char) sign).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
