package org.cordboard.speech.turn;

/**
 * Whether words are a whole turn.
 *
 * @param kind what is known
 * @param doubt 0 sure to be whole … 1 sure not to be; counts for {@code OPEN} only
 */
record Completeness(Kind kind, double doubt) {
  static final Completeness UNHEARD = new Completeness(Kind.UNHEARD, 1);
  static final Completeness COMPLETE = new Completeness(Kind.COMPLETE, 0);
  static final Completeness PARTLY = new Completeness(Kind.PARTLY, 1);
  static final Completeness HOLD = new Completeness(Kind.HOLD, 1);

  enum Kind {
    /** There are no words to go by. */
    UNHEARD,
    /** What is expected is there. */
    COMPLETE,
    /** A sentence that may be whole. */
    OPEN,
    /** A number, spelling or address that may go on. */
    PARTLY,
    /** More must come: "my number is", "and", "um". */
    HOLD
  }

  static Completeness open(double doubt) {
    return new Completeness(Kind.OPEN, Math.max(0, Math.min(1, doubt)));
  }

  /** True when an answer to these words is worth preparing. */
  boolean likely() {
    return kind == Kind.COMPLETE || (kind == Kind.OPEN && doubt < 0.5);
  }
}
