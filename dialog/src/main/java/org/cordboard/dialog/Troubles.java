package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.playbook.Text;

/** Silence, words that nothing could be made of, and parts that fail: degrades towards a person. */
final class Troubles {
  private static final String SILENCE = "R41 silence";
  private static final String UNCLEAR = "not understood";
  private static final String STORE = "store";
  static final String RECOGNISER = "recogniser";
  private static final int PROMPTS = 3; // before silence ends a call (R41)
  private static final int DOUBT = 1; // silences that are believed while the recogniser fails
  private static final String UNHEARD = "the recogniser fails, and the caller may be speaking";
  private static final int PATIENCE = 2; // silences that are let pass after "hold on"

  void silent(Step step, int inARow) {
    ConversationState state = step.state;
    int times = state.holding ? inARow - PATIENCE : inARow;
    if (state.waiting || state.escalated != null || state.answering) {
      return; // the AI speaks only when spoken to, or is about to speak anyway
    }
    if (state.danger) {
      PersonPolicy.emergency(step);
    } else if (state.deaf && times > DOUBT) {
      step.fire(new Escalation("R17", Escalation.Effect.TRANSFER_NOW, UNHEARD, ""));
      return;
    } else if (times > PROMPTS) {
      step.say(Text.SILENCE_END);
      step.out(new DialogAction.HangUp("silence"));
    } else if (times > 0) {
      marked(step, Text.SILENCE, times, SILENCE);
      if (times < PROMPTS) {
        lastQuestion(step);
      }
    }
    step.done();
  }

  void notUnderstood(Step step, boolean engineFailed) {
    ConversationState state = step.state;
    step.nextGeneration();
    step.act(new ConversationAction.StopModel());
    state.notUnderstood++;
    state.deaf |= engineFailed;
    EscalationInput input =
        engineFailed
            ? new EscalationInput.PartFailed(RECOGNISER)
            : new EscalationInput.TurnRead(state.turn, Conversation.NOTHING_READ, "");
    if (step.escalates(input, false)) {
      return;
    }
    marked(step, Text.NOT_UNDERSTOOD, state.notUnderstood, UNCLEAR);
    lastQuestion(step);
    step.done();
  }

  /**
   * A part fails. The caller is told once, when no other question is open; of the store only when
   * it hinders something, since looking up and answering go on without it.
   */
  void degraded(Step step, String part) {
    if (part.equals(STORE)) {
      store(step, true);
      return;
    }
    step.append(new DialogEvent.PartDegraded(part, "person offered"));
    if (step.state.answering || !step.mayOffer()) {
      step.state.trouble = part;
    } else {
      step.escalates(new EscalationInput.PartFailed(part), false);
    }
  }

  /** Covers a wait that a failing part has caused, unless somebody speaks anyway. */
  void delayed(Step step) {
    ConversationState state = step.state;
    if (!state.waiting && state.escalated == null && !state.answering) {
      step.say(Text.FILLER);
    }
  }

  void store(Step step, boolean degraded) {
    boolean news = degraded && !step.state.storeDegraded;
    step.state.storeDegraded = degraded;
    if (news) {
      step.append(new DialogEvent.PartDegraded(STORE, "no effects until it answers"));
    }
  }

  private static void marked(Step step, Text text, int times, String detail) {
    step.say(
        step.script.playbook().company().say(text, times),
        Expecting.ANYTHING,
        new Why(Why.Source.RULE, detail));
  }

  /** Says the last thing again that was a question, if there was one. */
  private static void lastQuestion(Step step) {
    List<Said> all = new ArrayList<>(step.state.saidBefore);
    all.addAll(step.state.said);
    Said question = null;
    for (Said said : all) {
      String detail = said.why().detail();
      if (!detail.equals(SILENCE) && !detail.equals(UNCLEAR) && asks(said)) {
        question = said;
      }
    }
    if (question != null) {
      step.repeat(List.of(question));
    }
  }

  private static boolean asks(Said said) {
    return said.text().contains("?") || !said.expecting().equals(Expecting.ANYTHING);
  }
}
