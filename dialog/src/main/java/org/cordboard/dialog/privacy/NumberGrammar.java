package org.cordboard.dialog.privacy;

import java.util.List;
import org.cordboard.dialog.privacy.SpokenDigits.Part;
import org.jspecify.annotations.Nullable;

/**
 * Reads one spoken unit, such as "seven", "double four", "eighty one" or "two thousand and six".
 */
final class NumberGrammar {
  private static final int MOST_TIMES = 9;
  private static final int LONGEST_SCALED = 3; // digits before "hundred" or "thousand"

  /** A part and the index of the token after it. */
  record Read(Part part, int next) {}

  private record Value(int value, int next) {}

  private final String text;
  private final List<NumberToken> tokens;

  NumberGrammar(String text, List<NumberToken> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The unit that begins at token {@code at}, or null. */
  @Nullable Read read(int at) {
    NumberToken first = tokens.get(at);
    Integer times =
        first.kind() == NumberToken.Kind.WORD ? NumberWords.TIMES.get(first.text()) : null;
    if (times != null) {
      return repeated(at, at + 1, times);
    }
    Integer before = word(at + 1, NumberWords.TIMES_AFTER) ? number(first) : null;
    Read often = before == null || before < 2 ? null : repeated(at, at + 2, before);
    if (often != null) {
      return often; // "drei mal die sieben"
    }
    if (isOh(at)) {
      return part(at, at + 1, "0");
    }
    Value value = thousands(at);
    if (value == null) {
      return first.kind() == NumberToken.Kind.DIGITS ? part(at, at + 1, first.text()) : null;
    }
    boolean written = value.next() == at + 1 && first.kind() == NumberToken.Kind.DIGITS;
    return part(at, value.next(), written ? first.text() : Integer.toString(value.value()));
  }

  /** The digit at {@code next}, or after an article there, so many times; null for none. */
  private @Nullable Read repeated(int from, int next, int times) {
    boolean article =
        next < tokens.size()
            && tokens.get(next).kind() == NumberToken.Kind.WORD
            && NumberWords.BEFORE_TIMED.contains(tokens.get(next).text());
    int at = article ? next + 1 : next;
    String digit = digit(at);
    return digit == null ? null : part(from, at + 1, digit.repeat(Math.min(times, MOST_TIMES)));
  }

  private static @Nullable Integer number(NumberToken token) {
    return token.kind() == NumberToken.Kind.DIGITS
        ? Integer.valueOf(token.text().length() == 1 ? Integer.parseInt(token.text()) : 0)
        : NumberWords.UNITS.get(token.text());
  }

  boolean isOh(int at) {
    return tokens.get(at).kind() == NumberToken.Kind.WORD
        && NumberWords.OH.contains(tokens.get(at).text());
  }

  private Read part(int from, int next, String digits) {
    return new Read(new Part(tokens.get(from).start(), tokens.get(next - 1).end(), digits), next);
  }

  private @Nullable String digit(int at) {
    if (at >= tokens.size()) {
      return null;
    }
    NumberToken token = tokens.get(at);
    if (token.kind() == NumberToken.Kind.DIGITS) {
      return token.text().length() == 1 ? token.text() : null;
    }
    Integer unit = NumberWords.UNITS.get(token.text());
    return isOh(at) ? "0" : unit == null ? null : Integer.toString(unit);
  }

  private @Nullable Value thousands(int at) {
    Value value = hundreds(at);
    if (value == null || !word(value.next(), "thousand")) {
      return value;
    }
    return plus(new Value(value.value() * 1000, value.next() + 1), this::hundreds);
  }

  private @Nullable Value hundreds(int at) {
    Value value = small(at);
    if (value == null || !word(value.next(), "hundred")) {
      return value;
    }
    return plus(new Value(value.value() * 100, value.next() + 1), this::small);
  }

  private interface Reader {
    @Nullable Value at(int index);
  }

  /** What follows a scale, with or without "and", is added to it; a number of its own is not. */
  private Value plus(Value scaled, Reader rest) {
    int at = word(scaled.next(), "and") ? scaled.next() + 1 : scaled.next();
    Value more = at < tokens.size() && close(at) ? rest.at(at) : null;
    return more == null ? scaled : new Value(scaled.value() + more.value(), more.next());
  }

  private @Nullable Value small(int at) {
    if (at >= tokens.size()) {
      return null;
    }
    NumberToken token = tokens.get(at);
    if (token.kind() == NumberToken.Kind.DIGITS) {
      return token.text().length() <= LONGEST_SCALED
          ? new Value(Integer.parseInt(token.text()), at + 1)
          : null;
    }
    Integer tens = NumberWords.TENS.get(token.text());
    if (tens != null) {
      Integer unit =
          at + 1 < tokens.size() && close(at + 1)
              ? NumberWords.UNITS.get(tokens.get(at + 1).text())
              : null;
      return unit == null || unit == 0 ? new Value(tens, at + 1) : new Value(tens + unit, at + 2);
    }
    Integer other = NumberWords.value(token.text());
    return other == null ? null : new Value(other, at + 1);
  }

  private boolean word(int at, String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }

  /** True when only white space or hyphens stand before token {@code at}. */
  boolean close(int at) {
    return at > 0
        && text.substring(tokens.get(at - 1).end(), tokens.get(at).start()).matches("[\\s-]*");
  }
}
