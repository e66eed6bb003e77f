package org.cordboard.gateway.call;

import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Dialog;

/** A dialog that says nothing: what a talk has before it begins. */
enum NoDialog implements Dialog {
  /** The only one; it has no state. */
  INSTANCE;

  @Override
  public void start() {}

  @Override
  public void resume() {}

  @Override
  public void callerSaid(CallerTurn turn) {}

  @Override
  public void interrupted() {}

  @Override
  public void heard(long prompt, String text, boolean whole) {}

  @Override
  public void callerSilent(int times) {}

  @Override
  public void notUnderstood(boolean engineFailed) {}

  @Override
  public void disturbed() {}

  @Override
  public void noisy() {}

  @Override
  public void degraded(String part) {}

  @Override
  public void delayed() {}

  @Override
  public void transferStarted() {}

  @Override
  public void transferReturned(String reason) {}

  @Override
  public void hint(String text) {}

  @Override
  public void close() {}
}
