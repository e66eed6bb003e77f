package org.cordboard.dialog;

import java.util.Set;

/**
 * What the caller is expected to say next. The gateway maps the form to an endpointing profile and
 * a recogniser bias; the slots say which digit runs may be kept unmasked (see {@code privacy}).
 *
 * @param form the form of the answer
 * @param slots names of the slots that the answer may fill; empty for none
 * @param least digits, or letters spelt, that a whole answer has at least; 0 when not known
 * @param most digits, or letters spelt, that it has at most; 0 when not known
 */
public record Expecting(Form form, Set<String> slots, int least, int most) {
  /** Nothing in particular. */
  public static final Expecting ANYTHING = new Expecting(Form.FREE, Set.of(), 0, 0);

  /** Yes or no. */
  public static final Expecting YES_NO = new Expecting(Form.YES_NO, Set.of(), 0, 0);

  /** Copies the set and checks the lengths. */
  public Expecting {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException("needs 0 ≤ least ≤ most");
    }
    slots = Set.copyOf(slots);
  }

  /** Digits that fill {@code slot}, of whatever number. */
  public static Expecting digits(String slot) {
    return digits(slot, 0, 0);
  }

  /** Digits that fill {@code slot}, so many of them. */
  public static Expecting digits(String slot, int least, int most) {
    return new Expecting(Form.DIGITS, Set.of(slot), least, most);
  }

  /** The form of an answer. */
  public enum Form {
    /** Free speech. */
    FREE,
    /** Digits, spoken or keyed. */
    DIGITS,
    /** Yes or no. */
    YES_NO,
    /** Letters and digits, spelt one by one. */
    SPELLING,
    /** An e-mail address. */
    EMAIL,
    /** A person's name. */
    NAME
  }
}
