package org.cordboard.gateway.call;

import org.cordboard.dialog.Speculated;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.turn.BargeIn.Said;

/** Who keeps what happens. */
interface TalkWatcher {
  /** Samples of ours that the caller has heard. */
  void played(byte[] mulaw);

  /** The caller objects to the recording. */
  void stopRecording();

  /** The floor has passed. */
  void floor(Floor floor);

  /** The caller has stopped and the words are not known yet, or are known: nobody speaks. */
  void understanding(boolean on);

  /** Words so far, unmasked. */
  void partial(String who, String text);

  /** A part was given up and another has taken over. */
  void replaced(String part, Replaced replaced);

  /** Words over our voice that are no turn, which ended {@code endMs} into the call's audio. */
  void spokenOver(Said kind, Transcript words, long endMs);

  /** What seemed to be the caller's voice is noise; {@code voiceMs} of it were heard. */
  void noisy(long voiceMs);

  /** An answer that was worked out ahead was used, or thrown away. */
  void speculated(Speculated what);

  /** Caller's end of speech → our first audio, in parts. */
  void replied(long prompt, long afterMs, Ear.Timing timing);
}
