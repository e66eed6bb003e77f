package org.cordboard.lab.load;

import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogAction;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.Prompt;
import org.cordboard.dialog.Why;

/**
 * A conversation that goes by itself: says the same again and again, to its end whatever the caller
 * says, or nothing at all. On the call's loop.
 */
final class FrameDialog implements Dialog {
  private static final Why WHY = new Why(Why.Source.MODEL, "frame");

  private final String words;
  private final DialogListener listener;
  private long prompts;

  /** Says {@code words}; nothing when they are empty. */
  FrameDialog(String words, DialogListener listener) {
    this.words = words;
    this.listener = listener;
  }

  private void say() {
    if (!words.isEmpty()) {
      Prompt prompt = new Prompt(words, false, Expecting.ANYTHING);
      listener.act(new DialogAction.Say(++prompts, prompt, WHY));
      listener.act(new DialogAction.TurnDone());
    }
  }

  @Override
  public void start() {
    say();
  }

  @Override
  public void heard(long prompt, String text, boolean whole) {
    say();
  }

  @Override
  public void resume() {}

  @Override
  public void callerSaid(CallerTurn turn) {}

  @Override
  public void interrupted() {}

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
