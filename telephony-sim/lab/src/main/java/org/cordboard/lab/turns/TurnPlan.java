package org.cordboard.lab.turns;

import java.util.List;
import org.cordboard.speech.turn.Expected;

/**
 * A turn to be spoken.
 *
 * @param expected what the caller was asked for
 * @param stretches what is said, and the silences in it
 */
record TurnPlan(Expected expected, List<Hesitation.Stretch> stretches) {
  /**
   * Who speaks, and what, in order.
   *
   * @param voice of the synthesiser
   * @param rate 1 is the voice's own pace
   */
  record Caller(String voice, double rate, List<TurnPlan> turns) {}
}
