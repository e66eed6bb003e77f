package org.cordboard.lab.load;

import java.time.Duration;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogAction;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.Prompt;
import org.cordboard.dialog.Why;
import org.cordboard.dialog.ledger.CallLedger;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that runs elsewhere: whatever is said is answered with the same words, as late as
 * planted. It writes the ledger entries that a real one writes. On the call's loop.
 */
final class PlantedDialog implements Dialog {
  private static final Why WHY = new Why(Why.Source.MODEL, "load");

  private final String answer;
  private final Duration think;
  private final CallLedger ledger;
  private final Loop loop;
  private final DialogListener listener;
  private Clock.@Nullable Timer thinking;
  private long turns;
  private long prompts;

  PlantedDialog(
      String answer, Duration think, CallLedger ledger, Loop loop, DialogListener listener) {
    this.answer = answer;
    this.think = think;
    this.ledger = ledger;
    this.loop = loop;
    this.listener = listener;
  }

  @Override
  public void start() {
    answer();
  }

  @Override
  public void resume() {
    answer();
  }

  @Override
  public void callerSaid(CallerTurn turn) {
    ledger.append(
        new DialogEvent.CallerSaid(
            ++turns, turn.text(), turn.confidence(), turn.keyed(), turn.startMs(), turn.endMs()));
    interrupted();
    thinking = loop.clock().after(think, this::answer);
  }

  private void answer() {
    long prompt = ++prompts;
    ledger.append(new DialogEvent.AgentSaid(prompt, answer, "model", "load"));
    listener.act(new DialogAction.Say(prompt, Prompt.of(answer), WHY));
    listener.act(new DialogAction.TurnDone());
  }

  @Override
  public void interrupted() {
    Clock.Timer timer = thinking;
    thinking = null;
    if (timer != null) {
      timer.cancel();
    }
  }

  @Override
  public void heard(long prompt, String text, boolean whole) {
    ledger.append(new DialogEvent.PromptHeard(prompt, text, whole));
  }

  @Override
  public void callerSilent(int times) {
    answer();
  }

  @Override
  public void notUnderstood(boolean engineFailed) {
    answer();
  }

  @Override
  public void disturbed() {
    answer();
  }

  @Override
  public void noisy() {
    answer();
  }

  @Override
  public void degraded(String part) {
    // the load goes on; its figures show it
  }

  @Override
  public void delayed() {
    // the answer follows
  }

  @Override
  public void transferStarted() {
    // nobody is brought in
  }

  @Override
  public void transferReturned(String reason) {
    answer();
  }

  @Override
  public void hint(String text) {
    // the answer is always the same
  }

  @Override
  public void close() {
    interrupted();
  }
}
