package org.cordboard.dialog;

/** Takes what the dialog wants done, on the call's loop, in order. */
public interface DialogListener {
  /** One action. */
  void act(DialogAction action);

  /** What was worked out before a turn was over has been used or thrown away. */
  default void speculated(Speculated what) {}
}
