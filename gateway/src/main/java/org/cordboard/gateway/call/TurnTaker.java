package org.cordboard.gateway.call;

import java.util.Locale;
import java.util.Optional;
import org.cordboard.dialog.CallerTurn;

/** Told of a turn before it is one. */
interface TurnTaker {
  /**
   * True when it is taken elsewhere; whoever asks is over then.
   *
   * @param language what it was spoken in, if the recogniser could tell
   */
  boolean take(Optional<Locale> language, CallerTurn turn, Ear.Timing timing);
}
