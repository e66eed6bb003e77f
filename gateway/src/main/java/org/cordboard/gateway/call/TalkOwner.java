package org.cordboard.gateway.call;

import org.cordboard.dialog.DialogAction;
import org.jspecify.annotations.Nullable;

/** What a talk cannot settle by itself. */
interface TalkOwner {
  /** A person is wanted. */
  void escalate(DialogAction.Escalate wanted);

  /** The caller does not want a person any more. */
  void callOff();

  /** The dialog ends the call, everything said has been heard. */
  void hangUp(String rule);

  /** Something went wrong that the ledger should know; no failure means that playout ran dry. */
  void trouble(String part, @Nullable Throwable failure);

  /** Speech cannot go on: the caller is to have the carrier's keypad menu. */
  void keypadMenu(String why);
}
