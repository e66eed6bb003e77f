package org.cordboard.speech.turn;

/**
 * What our voice is doing while the caller is listened to.
 *
 * @param on a prompt is being played, or waits to be
 * @param interruptible the caller may stop it
 * @param answerable what was asked can be answered by "yeah"
 * @param beganMs when our voice began, after a silence of ours
 * @param heardMs how much of the prompt has been heard
 * @param words what is being said and was said just before: a long echo has them
 * @param fresh what of it was played from about a second before the caller's utterance on: an echo
 *     of one or two words has them, or of a caller of whom nothing is known
 */
public record Playing(
    boolean on,
    boolean interruptible,
    boolean answerable,
    long beganMs,
    long heardMs,
    String words,
    String fresh) {
  /** We are silent. */
  public static final Playing NOTHING = new Playing(false, true, false, 0, 0, "", "");

  /** A prompt that may be softened, silenced, stopped. */
  boolean open() {
    return on && interruptible;
  }
}
