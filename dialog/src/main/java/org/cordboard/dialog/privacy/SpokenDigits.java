package org.cordboard.dialog.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the digits in what was said, however they are written: {@code 481 927}, {@code
 * 4-8-1-9-2-7}, "four eight one nine two seven", "four eighty one nine twenty seven", "double
 * four", "two thousand and six", with fillers, commas, full stops and hyphens between; German too:
 * "vier acht eins", "einundachtzig", "drei mal die sieben". Pure.
 */
public final class SpokenDigits {
  private static final int MOST_FILLERS = 3; // between two digits of one run
  private static final int SURE_DIGITS = 3; // that make "to" and "for" digits too

  private SpokenDigits() {}

  /** True when the number words of {@code language} are known. */
  public static boolean reads(Locale language) {
    return NumberWords.LANGUAGES.contains(language.getLanguage());
  }

  /**
   * Digits that belong together.
   *
   * @param start index of the first character in the text
   * @param end index after the last
   * @param digits what was said, as ASCII digits
   * @param parts the units it was said in, such as "eighty one" or {@code 927}
   */
  public record Run(int start, int end, String digits, List<Part> parts) {
    /** Copies the list. */
    public Run {
      parts = List.copyOf(parts);
    }
  }

  /** One spoken or written unit of a run. */
  public record Part(int start, int end, String digits) {
    boolean single() {
      return digits.length() == 1;
    }
  }

  /** The runs of digits in {@code text}, in order, not overlapping; single digits included. */
  public static List<Run> find(String text) {
    return new Scan(text).runs();
  }

  /** One pass over a text. */
  private static final class Scan {
    private final List<NumberToken> tokens;
    private final NumberGrammar grammar;
    private final List<Run> runs = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> doubtful = new ArrayList<>();
    private int fillers;

    Scan(String text) {
      this.tokens = NumberToken.of(text);
      this.grammar = new NumberGrammar(text, tokens);
    }

    List<Run> runs() {
      int at = 0;
      while (at < tokens.size()) {
        NumberGrammar.Read read = interjection(at) ? null : grammar.read(at);
        if (read != null) {
          add(read.part());
          at = read.next();
        } else {
          between(at);
          at++;
        }
      }
      finish();
      return List.copyOf(runs);
    }

    private void add(Part part) {
      parts.add(part);
      fillers = 0;
    }

    /** "Oh" opens a number only when a spoken digit follows without a pause. */
    private boolean interjection(int at) {
      return parts.isEmpty()
          && grammar.isOh(at)
          && (at + 1 >= tokens.size()
              || tokens.get(at + 1).kind() != NumberToken.Kind.WORD
              || !grammar.close(at + 1)
              || grammar.read(at + 1) == null);
    }

    /** A token that is no number: it may stand between two digits, else the run ends here. */
    private void between(int at) {
      NumberToken token = tokens.get(at);
      if (parts.isEmpty() || token.kind() != NumberToken.Kind.WORD) {
        finish();
        return;
      }
      Integer alike = NumberWords.SOUND_ALIKE.get(token.text());
      if (alike != null && amongSingles(at)) {
        Part part = new Part(token.start(), token.end(), alike.toString());
        add(part);
        doubtful.add(part);
      } else if (NumberWords.JOINS.contains(token.text()) && amongSingles(at)) {
        fillers++;
      } else if (NumberWords.FILLERS.contains(token.text()) && fillers < MOST_FILLERS) {
        fillers++;
      } else {
        finish();
      }
    }

    private boolean amongSingles(int at) {
      NumberGrammar.@Nullable Read next = at + 1 < tokens.size() ? grammar.read(at + 1) : null;
      return parts.get(parts.size() - 1).single() && next != null && next.part().single();
    }

    private void finish() {
      fillers = 0;
      boolean sure = parts.size() - doubtful.size() >= SURE_DIGITS;
      List<Part> run = new ArrayList<>();
      for (Part part : parts) {
        if (!sure && doubtful.contains(part)) {
          emit(run);
        } else {
          run.add(part);
        }
      }
      emit(run);
      parts.clear();
      doubtful.clear();
    }

    private void emit(List<Part> run) {
      if (!run.isEmpty()) {
        StringBuilder digits = new StringBuilder();
        run.forEach(part -> digits.append(part.digits()));
        runs.add(
            new Run(run.get(0).start(), run.get(run.size() - 1).end(), digits.toString(), run));
        run.clear();
      }
    }
  }
}
