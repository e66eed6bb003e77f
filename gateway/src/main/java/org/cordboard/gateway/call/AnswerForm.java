package org.cordboard.gateway.call;

import org.cordboard.dialog.Expecting;
import org.cordboard.speech.turn.Expected;
import org.cordboard.speech.turn.Expected.Form;

/**
 * What the dialog expects, in the terms in which the ear listens for the end of an answer. Pure.
 */
final class AnswerForm {
  private AnswerForm() {}

  static Expected of(Expecting expecting) {
    return switch (expecting.form()) {
      case FREE -> Expected.ANYTHING;
      case DIGITS -> Expected.digits(expecting.least(), expecting.most());
      case YES_NO -> Expected.of(Form.YES_NO);
      case SPELLING -> new Expected(Form.SPELLING, expecting.least(), expecting.most());
      case EMAIL -> Expected.of(Form.EMAIL);
      case NAME -> Expected.of(Form.NAME);
    };
  }
}
