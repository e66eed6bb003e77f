package org.cordboard.speech;

/** Speech being made. */
public interface Synthesis {
  /**
   * Stops it: the listener hears nothing more. Called on the loop; harmless when repeated or late.
   */
  void cancel();
}
