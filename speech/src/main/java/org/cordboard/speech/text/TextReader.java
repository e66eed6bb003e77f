package org.cordboard.speech.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Reads text for speech in one language: numbers, money, dates, times, telephone numbers,
 * addresses, codes, units and abbreviations become the words that people say. The first rule, at
 * the first place where one applies, wins. Total: what no rule knows is spoken as it is written.
 * Pure; any thread.
 */
public final class TextReader {
  private static final List<TextReader> ALL =
      List.of(
          new TextReader(Locale.US, AmericanEnglish.rules()),
          new TextReader(Locale.GERMANY, German.rules()));

  private final Locale language;
  private final List<Rule> rules;

  TextReader(Locale language, List<Rule> rules) {
    this.language = language;
    this.rules = List.copyOf(rules);
  }

  /** The reader of a language: the one of its country, else of the language anywhere. */
  public static Optional<TextReader> of(Locale language) {
    Optional<TextReader> same =
        ALL.stream().filter(reader -> reader.language.equals(language)).findFirst();
    return same.or(
        () ->
            ALL.stream()
                .filter(reader -> reader.language.getLanguage().equals(language.getLanguage()))
                .findFirst());
  }

  /** The languages that have a reader, as tags. */
  public static List<String> languages() {
    return ALL.stream().map(reader -> reader.language.toLanguageTag()).toList();
  }

  /** A reader without rules, for languages that have none: only a lexicon changes anything. */
  public static TextReader plain(Locale language) {
    return new TextReader(language, List.of());
  }

  /** Whose rules these are. */
  public Locale language() {
    return language;
  }

  /** A written text as it is spoken; the words of {@code lexicon} go before the rules. */
  public Spoken read(String written, Lexicon lexicon) {
    SpokenWriter spoken = new SpokenWriter(written);
    pieces(written, lexicon).forEach(piece -> spoken.say(piece.from(), piece.to(), piece.said()));
    return spoken.finish();
  }

  /** The stretches that are spoken otherwise than written, in order. */
  List<Piece> pieces(String written, Lexicon lexicon) {
    List<Candidate> candidates = new ArrayList<>();
    lexicon.rule().ifPresent(rule -> candidates.add(new Candidate(rule, written)));
    rules.forEach(rule -> candidates.add(new Candidate(rule, written)));
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (true) {
      Piece next = null;
      for (Candidate candidate : candidates) {
        Piece found = candidate.after(from);
        if (found != null && (next == null || found.from() < next.from())) {
          next = found;
        }
      }
      if (next == null) {
        return pieces;
      }
      pieces.add(next);
      from = next.to();
    }
  }

  /** Characters {@code [from, to)} of the written text, and how they are said. */
  record Piece(int from, int to, Said said) {}

  /** A rule's next match, kept while other rules are ahead of it. */
  private static final class Candidate {
    private final Rule rule;
    private final Matcher matcher;
    private final int length;
    private @org.jspecify.annotations.Nullable Piece found;
    private boolean exhausted;

    Candidate(Rule rule, String written) {
      this.rule = rule;
      this.matcher = rule.look().matcher(written);
      this.length = written.length();
    }

    @org.jspecify.annotations.Nullable
    Piece after(int from) {
      if (exhausted || (found != null && found.from() >= from)) {
        return exhausted ? null : found;
      }
      int at = from;
      while (at <= length && matcher.find(at)) {
        at = Math.max(matcher.end(), matcher.start() + 1);
        Optional<Said> said = rule.say().apply(matcher.toMatchResult());
        if (said.isPresent()) {
          found = new Piece(matcher.start(), matcher.end(), said.get());
          return found;
        }
      }
      exhausted = true;
      return null;
    }
  }
}
