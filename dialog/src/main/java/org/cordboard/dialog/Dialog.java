package org.cordboard.dialog;

/**
 * One call's conversation. Every method is called on the call's loop; what it decides comes out as
 * {@link DialogAction}s on the same loop, later or at once. What it says and does is on the ledger
 * before it comes out.
 */
public interface Dialog {

  /** Begins: the greeting with the AI disclosure. */
  void start();

  /**
   * Goes on after a crash or a move, from the ledger's entries: says that the line was interrupted
   * and repeats what was last asked.
   */
  void resume();

  /**
   * The caller's words so far look like all of a turn, which is not surely over: the answer may be
   * worked out ahead. Nothing comes of it, and nothing is written down, unless {@link #callerSaid}
   * brings the same words.
   */
  default void prepare(CallerTurn turn) {}

  /**
   * The caller's words so far, empty when they turned out to be no turn: what was prepared for
   * others is given up.
   */
  default void saying(String words) {}

  /** The caller's turn is over. A turn still being answered is given up first. */
  void callerSaid(CallerTurn turn);

  /**
   * The caller has begun to speak over a prompt and it was stopped: gives up what is still being
   * written. What was heard is reported by {@link #heard}.
   */
  void interrupted();

  /**
   * What the caller heard of a prompt; reported once for each, when it has been played or cut off.
   *
   * @param text the part heard, a prefix of the prompt's text
   * @param whole true when all of it was heard
   */
  void heard(long prompt, String text, boolean whole);

  /** Nothing was said for the re-prompt time after a prompt; {@code times} in a row, from 1. */
  void callerSilent(int times);

  /** The caller spoke and nothing could be understood (recogniser gave nothing or failed). */
  void notUnderstood(boolean engineFailed);

  /**
   * A prompt was stopped for what turned out to be no words at all: a bark, a bang. Says what was
   * not heard of it; nothing was not understood.
   */
  void disturbed();

  /**
   * There is noise that seemed to be the caller's voice, and words may drown in it: says so, and
   * how to go on by keys or with a person.
   */
  void noisy();

  /** The line has changed for the worse, or is well again: who is silent may be speaking. */
  default void line(LineState now) {}

  /**
   * A part is failing or slow beyond its budget (R17): says so, offers a person, forbids effects as
   * needed.
   */
  void degraded(String part);

  /** The caller's words will be known later than usual, since a part had to be replaced. */
  void delayed();

  /**
   * The transfer is under way: ring tone of conversation with the caller meanwhile is the dialog's.
   */
  void transferStarted();

  /**
   * Nobody could be reached, or the person handed back: the caller is with the AI again.
   *
   * @param reason {@code nobody}, {@code refused}, {@code handed-back}, {@code dropped} (the person
   *     was cut off), {@code failed}
   */
  void transferReturned(String reason);

  /** A supervisor's hint for the model, never spoken as such. */
  void hint(String text);

  /** The call is over or has moved to a person: nothing comes out any more. */
  void close();
}
