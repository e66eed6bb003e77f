package org.cordboard.speech.turn;

import java.util.List;
import java.util.Optional;

/**
 * Decides whether the words so far are a whole turn, for what is expected. Pure.
 *
 * <table>
 * <caption>The first that applies</caption>
 * <tr><td>no words, or no lists for the language</td><td>unheard</td></tr>
 * <tr><td>they end in a filler, a word or phrase that no turn ends in, or break off in writing</td>
 *     <td>hold</td></tr>
 * <tr><td>digits expected: as many as there can be; fewer than there must be; a number in between,
 *     or of unknown length</td><td>complete; hold; partly</td></tr>
 * <tr><td>yes or no expected, and nothing else said; only the one word, after which "please" or
 *     "but" may come</td><td>complete; open, hardly in doubt</td></tr>
 * <tr><td>an e-mail address expected: it has its end, or not</td><td>complete; partly</td></tr>
 * <tr><td>a spelling or name expected, few words</td><td>partly</td></tr>
 * <tr><td>a number stands at the end</td><td>partly</td></tr>
 * <tr><td>otherwise</td><td>open, by how likely a sentence ends so, and whether it is written as a
 *     question</td></tr>
 * </table>
 */
final class WholeTurn {
  private static final double SURE = -0.3; // log odds of an end from which there is no doubt
  private static final double SPAN = 1.7; // below that, over which doubt grows to 1
  private static final double NEVER = -4; // log odds below which a sentence does not end
  private static final double ASKED = 3; // log odds that a question mark is worth
  private static final double KEYWORD = 0.5; // doubt about one word alone: "billing"
  private static final double ANSWER = 0.3; // about a yes or no that nobody asked for
  private static final double BARE = 0.17; // about the one word "yes": 450 ms as the settings are
  private static final int SENTENCE = 4; // words of a spelling or name that make it a sentence
  private static final int RUN = 2; // digits in a row that are a number, not a quantity

  private final Optional<TurnLanguage> language;

  WholeTurn(Optional<TurnLanguage> language) {
    this.language = language;
  }

  Completeness judge(TurnWords said, Expected expected) {
    if (language.isEmpty() || said.isEmpty()) {
      return Completeness.UNHEARD;
    }
    TurnLanguage lists = language.get();
    if (wantsMore(said, lists)) {
      return Completeness.HOLD;
    }
    return switch (expected.form()) {
      case FREE -> free(said, lists);
      case DIGITS -> digits(said, expected, lists);
      case YES_NO -> said.isAnswer(lists) ? answer(said) : free(said, lists);
      case EMAIL -> address(said, lists);
      case SPELLING, NAME ->
          said.words().size() < SENTENCE || letters(said, lists)
              ? spelt(said, expected, lists)
              : free(said, lists);
    };
  }

  private static boolean wantsMore(TurnWords said, TurnLanguage lists) {
    boolean prefix = lists.clauses().endsInPrefix(said.words()); // "rufen Sie mich bitte an"
    return lists.fillers().contains(said.last())
        || (lists.holds().contains(said.last()) && !prefix)
        || lists.repeats().containsKey(said.last())
        || (said.breaksOff() && said.trailingDigits(lists) < RUN) // "4, 8, 1," is how they are read
        || lists.phrases().stream().anyMatch(said::endsWith);
  }

  private static Completeness answer(TurnWords said) {
    return said.words().size() > 1 ? Completeness.COMPLETE : Completeness.open(BARE);
  }

  private static Completeness digits(TurnWords said, Expected expected, TurnLanguage lists) {
    int count = said.digits(lists);
    if (count == 0) {
      return free(said, lists); // "I don't have it here"
    } else if (expected.most() > 0 && count >= expected.most()) {
      return Completeness.COMPLETE;
    } else if (count < expected.least()) {
      return said.trailingDigits(lists) > 0 ? Completeness.HOLD : free(said, lists);
    }
    return Completeness.PARTLY;
  }

  private static Completeness address(TurnWords said, TurnLanguage lists) {
    if (said.endsInAddress() || lists.closings().contains(said.last())) {
      return Completeness.COMPLETE;
    }
    return Completeness.PARTLY;
  }

  private static Completeness spelt(TurnWords said, Expected expected, TurnLanguage lists) {
    if (lists.alphabet().as().contains(said.last())) {
      return Completeness.HOLD; // "S wie"
    }
    boolean all =
        expected.most() > 0
            && letters(said, lists) // "it's a b": the first word spells nothing
            && lists.alphabet().letters(said.words()) >= expected.most();
    return all ? Completeness.COMPLETE : Completeness.PARTLY;
  }

  private static boolean letters(TurnWords said, TurnLanguage lists) {
    return said.words().stream()
        .allMatch(word -> word.length() == 1 || lists.alphabet().holds(word));
  }

  private static Completeness free(TurnWords said, TurnLanguage lists) {
    if (said.trailingDigits(lists) >= RUN) {
      return Completeness.PARTLY;
    }
    if (said.isAnswer(lists)) {
      return Completeness.open(ANSWER);
    }
    List<String> fluent = said.fluent(lists);
    if (fluent.isEmpty() || (fluent.size() == 1 && lists.openers().contains(fluent.get(0)))) {
      return Completeness.HOLD;
    } else if (fluent.size() == 1) {
      return Completeness.open(KEYWORD);
    }
    double score = lists.score(fluent) + (said.asks() ? ASKED : 0);
    return score < NEVER ? Completeness.HOLD : Completeness.open((SURE - score) / SPAN);
  }
}
