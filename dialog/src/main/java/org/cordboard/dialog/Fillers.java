package org.cordboard.dialog;

import java.time.Duration;
import org.cordboard.dialog.playbook.Text;

/**
 * A few words while an answer is late, so that the line never seems dead: one in a turn, a second
 * after long, never the same twice in a row, and never over words that are being said.
 */
final class Fillers {
  private static final int MOST = 2; // in one turn

  /** Work has begun that may take long: looks again in a while. */
  void watch(Step step) {
    step.act(new ConversationAction.LookAgain(step.state.turn, settings(step).after()));
  }

  /** A while has gone by in the answer to {@code turn}. */
  void lookedAgain(Step step, long turn) {
    if (turn == step.state.turn) {
      late(step);
    }
  }

  /** An answer is late, or may be. */
  void late(Step step) {
    ConversationState state = step.state;
    if (!state.answering || state.fillers >= MOST || state.prompts > state.heardPrompt) {
      return;
    }
    DialogSettings.Fillers settings = settings(step);
    Duration due = state.fillers == 0 ? settings.after() : settings.again();
    Duration quiet = Duration.between(state.quietSince, step.now);
    if (quiet.compareTo(due) < 0) {
      step.act(new ConversationAction.LookAgain(state.turn, due.minus(quiet)));
      return;
    }
    boolean spoken = state.spoken;
    state.fillers++;
    if (state.fillers == 1) {
      step.say(step.inTurn(Text.FILLER, ++state.bridged), Expecting.ANYTHING, Step.playbook());
      step.act(new ConversationAction.LookAgain(state.turn, settings.again()));
    } else {
      step.say(
          step.inTurn(Text.FILLER_AGAIN, ++state.bridgedAgain),
          Expecting.ANYTHING,
          Step.playbook());
    }
    state.spoken = spoken; // a filler is no answer
  }

  private static DialogSettings.Fillers settings(Step step) {
    return step.script.fillers();
  }
}
