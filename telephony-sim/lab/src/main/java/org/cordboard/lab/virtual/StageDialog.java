package org.cordboard.lab.virtual;

import org.cordboard.config.Loop;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogAction;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.Prompt;
import org.cordboard.dialog.Why;
import org.cordboard.dialog.ledger.CallLedger;

/**
 * A conversation in which there is much to speak over: a turn is answered with a long statement;
 * what stops a statement gets a short answer. It writes the ledger entries that a real one writes.
 * On the call's loop.
 */
final class StageDialog implements Dialog {
  private static final Why WHY = new Why(Why.Source.MODEL, "stage");
  private static final String GREETING = "Hello, this is an automated assistant.";
  private static final String GO_ON = "Yes, please go on.";
  private static final String SORRY = "I did not get that.";
  private static final String STATEMENT =
      "You can return almost everything that you have bought from us within sixty days, and you"
          + " need nothing but the order number, which stands at the top of the letter that came"
          + " with the parcel; then we send you a label by mail and as soon as the parcel has come"
          + " back to our warehouse the money goes out to you on the same day by the way you paid.";

  private final CallLedger ledger;
  private final DialogListener listener;
  private long turns;
  private long prompts;
  private long statement; // the prompt that was one last
  private boolean stopped; // a statement, not a short answer

  StageDialog(CallLedger ledger, Loop loop, DialogListener listener) {
    loop.assertOn();
    this.ledger = ledger;
    this.listener = listener;
  }

  @Override
  public void start() {
    say(GREETING);
  }

  @Override
  public void resume() {
    say(GREETING);
  }

  @Override
  public void callerSaid(CallerTurn turn) {
    ledger.append(
        new DialogEvent.CallerSaid(
            ++turns, turn.text(), turn.confidence(), turn.keyed(), turn.startMs(), turn.endMs()));
    boolean after = stopped;
    stopped = false;
    say(after ? GO_ON : STATEMENT);
  }

  private void say(String text) {
    long prompt = ++prompts;
    statement = text.equals(STATEMENT) ? prompt : statement;
    ledger.append(new DialogEvent.AgentSaid(prompt, text, "model", "stage"));
    listener.act(new DialogAction.Say(prompt, Prompt.of(text), WHY));
    listener.act(new DialogAction.TurnDone());
  }

  @Override
  public void interrupted() {
    // the answer is complete already
  }

  @Override
  public void heard(long prompt, String text, boolean whole) {
    ledger.append(new DialogEvent.PromptHeard(prompt, text, whole));
    stopped |= !whole && !text.isEmpty() && prompt == statement;
  }

  @Override
  public void callerSilent(int times) {
    say(STATEMENT);
  }

  @Override
  public void notUnderstood(boolean engineFailed) {
    say(SORRY);
  }

  @Override
  public void disturbed() {
    say(STATEMENT);
  }

  @Override
  public void noisy() {
    say(SORRY);
  }

  @Override
  public void delayed() {
    // words here are never so late
  }

  @Override
  public void degraded(String part) {
    // the stage has no other parts
  }

  @Override
  public void transferStarted() {
    // nobody is brought in
  }

  @Override
  public void transferReturned(String reason) {
    // nobody was
  }

  @Override
  public void hint(String text) {
    // what is said is fixed
  }

  @Override
  public void close() {
    // nothing is held
  }
}
