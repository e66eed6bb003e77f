package org.cordboard.speech.turn;

import org.cordboard.speech.RecognitionStream.Expectation;

/**
 * What the caller is expected to say next, as far as it tells when the turn has ended.
 *
 * @param form the form of the answer
 * @param least digits, characters or letters that a whole answer has at least; 0 when not known
 * @param most how many it has at most; 0 when not known
 */
public record Expected(Form form, int least, int most) {
  /** Nothing in particular. */
  public static final Expected ANYTHING = new Expected(Form.FREE, 0, 0);

  /** Checks the lengths. */
  public Expected {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException("needs 0 ≤ least ≤ most");
    }
  }

  /** An answer of that form, of whatever length. */
  public static Expected of(Form form) {
    return new Expected(form, 0, 0);
  }

  /** Digits, so many of them. */
  public static Expected digits(int least, int most) {
    return new Expected(Form.DIGITS, least, most);
  }

  /** The forms that people pace differently. */
  public enum Form {
    /** Free speech. */
    FREE,
    /** Digits, one by one or in groups. */
    DIGITS,
    /** Yes or no. */
    YES_NO,
    /** Letters, or letters and digits. */
    SPELLING,
    /** An e-mail address. */
    EMAIL,
    /** A person's name. */
    NAME;

    /** What a recogniser is biased to. */
    public Expectation bias() {
      return switch (this) {
        case FREE -> Expectation.FREE;
        case DIGITS -> Expectation.DIGITS;
        case YES_NO -> Expectation.YES_NO;
        case SPELLING, EMAIL, NAME -> Expectation.SPELLING;
      };
    }
  }
}
