package org.cordboard.dialog.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.dialog.privacy.SpokenDigits.Part;
import org.cordboard.dialog.privacy.SpokenDigits.Run;

/**
 * Decides which runs of digits are masked: those of four or more, unless an expected slot declares
 * the form, or they are an everyday amount of money or time of day. Runs that stand close together
 * and are as long as a card number are masked as one, so that none of its groups is kept.
 */
final class NumberRule {
  private static final int SHORTEST = 4; // digits that are masked
  private static final int SHORTEST_CARD = 13;
  private static final int CLOSE_WORDS = 2;
  private static final int CUE_WORDS = 4;
  private static final int MOST_MONEY_DIGITS = 6;

  private static final Pattern PRICE = Pattern.compile("\\d{1,3}[.,]\\d{2}");
  private static final Pattern SUM = Pattern.compile("(\\d{1,3}[,.]\\d{3}|\\d{1,6})([.,]\\d{2})?");
  private static final Pattern MARK = Pattern.compile("[,.]\\s+");
  private static final Pattern COUNTED = Pattern.compile("\\s+\\p{Ll}");
  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):[0-5]\\d");
  private static final Pattern MONEY_WORD =
      Pattern.compile(
          "\\s*(dollars?|euros?|pounds?|cents?|bucks|francs?|franken|rappen|usd|eur|gbp|chf)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Words that announce a secret: after them nothing is an amount or a time. */
  private static final Set<String> CUES =
      Set.of(
          "pin",
          "code",
          "passcode",
          "password",
          "card",
          "credit",
          "debit",
          "security",
          "account",
          "cvv",
          "cvc",
          "number",
          "digits",
          "social",
          "expires",
          "expiry",
          "sort",
          "iban",
          "geheimzahl",
          "geheimnummer",
          "karte",
          "kartennummer",
          "kreditkarte",
          "bankkarte",
          "konto",
          "kontonummer",
          "bankleitzahl",
          "nummer",
          "ziffern",
          "passwort",
          "kennwort",
          "prüfziffer",
          "prüfnummer",
          "sicherheitscode",
          "tan");

  private enum Verdict {
    SHORT,
    ALLOWED,
    EVERYDAY,
    MASKED
  }

  private final String text;
  private final Set<SlotForm> allowed;

  NumberRule(String text, Set<SlotForm> allowed) {
    this.text = text;
    this.allowed = allowed;
  }

  /** The runs of {@code all} that are masked. */
  List<Run> masked(List<Run> all) {
    List<Run> masked = new ArrayList<>();
    List<Run> near = new ArrayList<>();
    for (Run run : all) {
      boolean apart = !near.isEmpty() && !close(near.get(near.size() - 1), run);
      boolean everyday = judge(run) == Verdict.EVERYDAY;
      if (apart || everyday) {
        mask(near, masked);
      }
      if (!everyday) {
        near.add(run);
      }
    }
    mask(near, masked);
    return masked;
  }

  private void mask(List<Run> near, List<Run> masked) {
    int digits = near.stream().mapToInt(run -> run.digits().length()).sum();
    boolean slots = near.stream().allMatch(run -> judge(run) == Verdict.ALLOWED);
    boolean card = digits >= SHORTEST_CARD && !slots;
    for (Run run : near) {
      if (card || judge(run) == Verdict.MASKED) {
        masked.add(run);
      }
    }
    near.clear();
  }

  private Verdict judge(Run run) {
    if (takes(run.digits()) || takesButForTheEnd(run)) {
      return Verdict.ALLOWED;
    }
    if (run.digits().length() < SHORTEST) {
      return Verdict.SHORT;
    }
    return everyday(run) ? Verdict.EVERYDAY : Verdict.MASKED;
  }

  private boolean takes(String digits) {
    return allowed.stream().anyMatch(form -> form.takes(digits));
  }

  /**
   * A slot's number and, after a comma or full stop, a short one that counts the word after it, or
   * whose only such mark it is: "481927, 2 lamps", "4, 8, 1, 9, 2, 7, one of three".
   */
  private boolean takesButForTheEnd(Run run) {
    StringBuilder before = new StringBuilder();
    boolean marked = false;
    for (int i = 0; i + 1 < run.parts().size(); i++) {
      before.append(run.parts().get(i).digits());
      int rest = run.digits().length() - before.length();
      boolean mark =
          MARK.matcher(text.substring(run.parts().get(i).end(), run.parts().get(i + 1).start()))
              .matches();
      if (mark
          && rest < SHORTEST - 1
          && before.length() >= SHORTEST
          && takes(before.toString())
          && (!marked || COUNTED.matcher(text.substring(run.end())).lookingAt())) {
        return true;
      }
      marked |= mark;
    }
    return false;
  }

  private boolean everyday(Run run) {
    if (run.parts().size() > 3 || announced(run)) {
      return false;
    }
    String said = text.substring(run.start(), run.end());
    return PRICE.matcher(said).matches() || TIME.matcher(said).matches() || money(run);
  }

  private boolean money(Run run) {
    String before = text.substring(0, run.start()).stripTrailing();
    boolean sign =
        !before.isEmpty()
            && Character.getType(before.charAt(before.length() - 1)) == Character.CURRENCY_SYMBOL;
    boolean counted =
        SUM.matcher(text.substring(run.start(), run.end())).matches()
            || run.parts().stream().noneMatch(Part::single);
    return run.digits().length() <= MOST_MONEY_DIGITS
        && counted
        && (sign || MONEY_WORD.matcher(text.substring(run.end())).matches());
  }

  private boolean announced(Run run) {
    List<String> words = words(text.substring(0, run.start()));
    return words.subList(Math.max(0, words.size() - CUE_WORDS), words.size()).stream()
        .anyMatch(CUES::contains);
  }

  private boolean close(Run before, Run after) {
    return words(text.substring(before.end(), after.start())).size() <= CLOSE_WORDS;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("[\\p{L}'’]+").matcher(text);
    while (word.find()) {
      words.add(word.group().toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
