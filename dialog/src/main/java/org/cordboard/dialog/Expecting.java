package org.cordboard.dialog;

import java.util.Set;

/**
 * What the caller is expected to say next. The gateway maps the form to an endpointing profile and
 * a recogniser bias; the slots say which digit runs may be kept unmasked (see {@code privacy}).
 *
 * @param form the form of the answer
 * @param slots names of the slots that the answer may fill; empty for none
 */
public record Expecting(Form form, Set<String> slots) {
  /** Nothing in particular. */
  public static final Expecting ANYTHING = new Expecting(Form.FREE, Set.of());

  /** Yes or no. */
  public static final Expecting YES_NO = new Expecting(Form.YES_NO, Set.of());

  /** Copies the set. */
  public Expecting {
    slots = Set.copyOf(slots);
  }

  /** Digits that fill {@code slot}. */
  public static Expecting digits(String slot) {
    return new Expecting(Form.DIGITS, Set.of(slot));
  }

  /** The form of an answer. */
  public enum Form {
    /** Free speech. */
    FREE,
    /** Digits, spoken or keyed. */
    DIGITS,
    /** Yes or no. */
    YES_NO,
    /** A name, spelling or e-mail address. */
    SPELLING
  }
}
