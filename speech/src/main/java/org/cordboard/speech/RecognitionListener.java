package org.cordboard.speech;

/** What a recognition stream tells its owner, on the owner's loop. */
public interface RecognitionListener {

  /** Words so far; may change. Engines that cannot give partials never call it. */
  default void onPartial(long utterance, Transcript transcript) {}

  /** The words of an utterance, once; empty when nothing was understood. */
  void onFinal(long utterance, Transcript transcript);

  /**
   * The utterance could not be recognised: engine failure or overload. Takes the place of the
   * final.
   */
  void onFailure(long utterance, Throwable failure);
}
