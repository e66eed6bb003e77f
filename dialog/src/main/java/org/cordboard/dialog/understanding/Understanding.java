package org.cordboard.dialog.understanding;

import org.cordboard.dialog.Expecting;

/** Reads what a caller's turn means. Blocking and shared by all calls: used on workers only. */
public interface Understanding {

  /**
   * Reads one turn.
   *
   * @param text what was said, as recognised, unmasked; it is not kept
   * @param expecting what the last prompt expected
   */
  TurnReading read(String text, Expecting expecting);
}
