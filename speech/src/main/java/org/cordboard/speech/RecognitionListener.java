package org.cordboard.speech;

/** What a recognition stream tells its owner, on the owner's loop. */
public interface RecognitionListener {

  /** Words so far; may change. Engines that cannot give partials never call it. */
  default void onPartial(long utterance, Transcript transcript) {}

  /** The words of an utterance, once; empty when nothing was understood. */
  void onFinal(long utterance, Transcript transcript);

  /**
   * The utterance could not be recognised: engine failure or overload. Takes the place of the
   * final, and may come before the utterance has ended: what is still to come of it is not heard.
   */
  void onFailure(long utterance, Throwable failure);

  /**
   * The engine has worked on audio of the utterance, whether or not words came of it. Engines that
   * never say so are judged by their finals alone.
   */
  default void onAlive(long utterance) {}

  /** Another engine has taken over; what was open goes on there, and its words still come. */
  default void onReplaced(Replaced replaced) {}
}
