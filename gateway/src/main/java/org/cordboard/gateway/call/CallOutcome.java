package org.cordboard.gateway.call;

/**
 * How a call ended, and whose doing it was: every call has exactly one.
 *
 * @param result what became of it
 * @param by who ended it
 * @param reason a few words, without anything personal
 */
public record CallOutcome(Result result, By by, String reason) {

  /** What became of a call. */
  public enum Result {
    /** The AI and the caller came to an end. */
    CONVERSED,
    /** A person took the call. */
    TRANSFERRED,
    /** The caller left while a person was being brought in. */
    LEFT_WAITING,
    /** The caller left before saying anything. */
    ABANDONED,
    /** Given the keypad menu, for want of room or because speech did not work. */
    MENU,
    /** This process stopped; the caller was sent to the fallback person, if there is one. */
    STOPPED,
    /** Something of ours failed. */
    FAILED
  }

  /** Whose doing. */
  public enum By {
    /** The caller hung up. */
    CALLER,
    /** We ended it, by a named rule. */
    US,
    /** The person hung up. */
    PERSON,
    /** The carrier ended it. */
    CARRIER
  }
}
