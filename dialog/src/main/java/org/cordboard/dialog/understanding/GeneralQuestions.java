package org.cordboard.dialog.understanding;

import java.util.Locale;
import java.util.Map;

/**
 * Tells a question that has the same answer for everybody ("how long does delivery take?") from one
 * about the caller's own matter ("when will my order arrive?") and from a wish in the form of a
 * question ("can I have a refund?"). By words; pure.
 */
public final class GeneralQuestions {
  private final Answers answers;
  private final SignalLines own;

  /** For a language whose word lists are here. */
  public GeneralQuestions(Locale language) {
    String name = language.getLanguage() + "/own-matters.txt";
    this.answers = new Answers(language);
    this.own = SignalLines.parse(SignalCatalog.resource(name), name, Map.of());
  }

  /** True when everybody would get the same answer to it. */
  public boolean isOne(String text) {
    boolean asks = false;
    for (String sentence : Words.sentences(text)) {
      String normal = Words.normal(sentence);
      asks |= answers.asks(normal) || answers.asks(own.unmarked(normal));
      if (own.matches(normal)) {
        return false;
      }
    }
    return asks;
  }
}
