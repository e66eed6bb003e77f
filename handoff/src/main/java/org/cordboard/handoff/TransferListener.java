package org.cordboard.handoff;

/** Takes what a transfer means for the call; on the call's loop. */
public interface TransferListener {

  /** A person is being rung; {@code name} as told to the caller. Again for each further person. */
  default void transferring(String name) {}

  /**
   * The person waits in the room. Run {@code go}, on the loop and soon (the joining has a limit of
   * some seconds), when the AI's sentence has been heard to its end; the caller is then moved.
   */
  default void joining(String name, Runnable go) {
    go.run();
  }

  /** Caller and person talk. */
  void bridged(String name);

  /**
   * The caller is with the AI again, or about to be: a resuming stream follows when they had been
   * moved.
   *
   * @param reason {@code nobody}, {@code failed}, {@code handed-back}, {@code dropped} (the person
   *     was cut off) or {@code never-mind}
   */
  void returned(String reason);

  /** The transfer is over because the caller has left: the call's own end says so. */
  default void ended() {}

  /** Another process owns the call: nothing more is done here. */
  void letGo();
}
