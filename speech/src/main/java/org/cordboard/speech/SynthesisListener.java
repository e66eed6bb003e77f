package org.cordboard.speech;

/** What a synthesis tells its owner, on the owner's loop. */
public interface SynthesisListener {

  /** The next stretch of audio, {@code MULAW_8K}, of any length; the array is the listener's. */
  void onAudio(byte[] mulaw);

  /**
   * Where a word of the text is spoken: characters {@code [from, to)} of the request's text begin
   * at {@code startSample} (8 kHz) of this synthesis. Engines that do not know never call it.
   */
  default void onWord(int from, int to, long startSample) {}

  /** All audio has been delivered. */
  void onEnd();

  /** The engine failed; what was delivered may be played. */
  void onFailure(Throwable failure);

  /** Another voice goes on with what is still to be said; or what came too much was cut off. */
  default void onReplaced(Replaced replaced) {}
}
