package org.cordboard.dialog.understanding;

/** Something in a caller's words that a rule outside the model acts on. */
public enum Signal {
  /** R14: asks for a human being, in any wording. */
  ASKS_FOR_PERSON,
  /** R11: frustration or anger in words. */
  FRUSTRATION,
  /** R11: profanity. */
  PROFANITY,
  /** R11: says that this is a repeated complaint ("third time I call"). */
  REPEATED_COMPLAINT,
  /** R15: a charge is disputed or not recognised. */
  DISPUTED_CHARGE,
  /** R15: suspected account takeover or fraud. */
  FRAUD,
  /** R15: wants contact data changed. */
  CONTACT_CHANGE,
  /** R15: wants something of high value cancelled. */
  HIGH_VALUE_CANCELLATION,
  /** R16: legal or regulatory words. */
  LEGAL,
  /** R16: a death in the family. */
  BEREAVEMENT,
  /** R16: a medical matter. */
  MEDICAL,
  /** R16: financial hardship. */
  HARDSHIP,
  /** R16: an accessibility need. */
  ACCESSIBILITY,
  /** R16: danger to life; emergency wording first. */
  DANGER,
  /** Asks whether this is an AI, a robot, a recording. */
  ASKS_IF_AI,
  /** Says goodbye or that this was all. */
  GOODBYE,
  /** Wants the last thing said again. */
  REPEAT,
  /** Wants the last name, address or code spelled. */
  SPELL,
  /** Wants it in simpler words. */
  SIMPLER,
  /** Wants it slower. */
  SLOWER,
  /** Wants it louder. */
  LOUDER,
  /** Corrects what was said or understood before. */
  CORRECTION,
  /** Takes back what was asked for, such as the wish for a person. */
  NEVER_MIND,
  /** Objects to being recorded. */
  OBJECTS_TO_RECORDING,
  /** Abuse of the AI or people. */
  ABUSE,
  /** Asks to wait. */
  HOLD_ON,
  /** Asks whether anybody is there or can hear, or says so, and nothing else. */
  CHECKS_LINE,
  /** Thanks. */
  THANKS
}
