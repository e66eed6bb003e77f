package org.cordboard.speech.node;

/**
 * What a call to a node tells its owner, on the owner's loop: replies in order, then one ending.
 *
 * @param <R> what comes back
 */
interface LinkListener<R> {
  void reply(R reply);

  /** The congestion is over. */
  default void ready() {}

  /** The last that is told. */
  void ended(Ending ending);
}
