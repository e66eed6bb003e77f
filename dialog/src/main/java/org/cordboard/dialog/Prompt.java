package org.cordboard.dialog;

/**
 * One thing to say.
 *
 * @param text words as they are to be spoken and shown
 * @param interruptible false for what must be heard to its end, such as an emergency number
 * @param expecting what may be answered
 */
public record Prompt(String text, boolean interruptible, Expecting expecting) {
  /** An ordinary, interruptible prompt after which the caller may say anything. */
  public static Prompt of(String text) {
    return new Prompt(text, true, Expecting.ANYTHING);
  }
}
