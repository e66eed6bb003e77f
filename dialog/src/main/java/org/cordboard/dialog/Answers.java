package org.cordboard.dialog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.dialog.ConversationState.ReadBack;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.playbook.Text;
import org.cordboard.dialog.tools.ToolDefinition;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.TurnReading;
import org.cordboard.dialog.understanding.TurnReading.Answer;

/**
 * What the caller answers to a read-back, an offer, or a question for a message. Decided here from
 * the reading, never by a model.
 */
final class Answers {
  /** Ends the reason of an offer that was accepted. */
  static final String ACCEPTED = "; offer accepted";

  private static final int UNCLEAR = 3; // neither yes nor no: then it counts as no

  private final ToolPolicy tools;
  private final ModelPolicy model;

  Answers(ToolPolicy tools, ModelPolicy model) {
    this.tools = tools;
    this.model = model;
  }

  /** True when a yes or no would be the answer to something. */
  boolean pending(ConversationState state) {
    return state.readBack != null || state.offer != null || state.messageOffered;
  }

  /** Takes the answer; false when nothing was asked or something else was said. */
  boolean answer(Step step, TurnReading reading) {
    ConversationState state = step.state;
    if (state.readBack != null) {
      return readBack(step, reading, state.readBack);
    } else if (state.offer != null && reading.answer() != Answer.NEITHER) {
      offer(step, reading, state.offer);
      return true;
    } else if (state.messageOffered && reading.answer() != Answer.NEITHER) {
      message(step, reading);
      return true;
    } else if (state.messageOffered && nothing(reading)) {
      Troubles.unclear(step, ++state.notUnderstood);
      return true;
    } else if (ToolPolicy.takesMessage(state.asked)) {
      tools.request(step, ToolPolicy.LEAVE_MESSAGE, Map.of("text", state.callerText), model);
      return true;
    } else if (state.asked != null && ToolPolicy.isNumberAsked(step, reading)) {
      tools.request(step, state.asked.tool(), Map.of(), model);
      return true;
    } else if (state.pieces.grew() && state.asked != null) {
      step.ask(
          state.asked.tool(),
          state.asked.parameter(),
          step.script.playbook().company().say(Text.GO_ON));
      step.done();
      return true;
    } else if (anythingElse(state) && reading.intent().equals(TurnReading.UNKNOWN)) {
      return afterAnythingElse(step, reading);
    }
    return false;
  }

  /**
   * A turn as the rules see it: what is dictated as a message, or said to the offer to take one, is
   * no wish that was not understood. All else in it counts.
   */
  static TurnReading toMessage(ConversationState state, TurnReading reading) {
    boolean open = state.messageOffered || ToolPolicy.takesMessage(state.asked);
    return open && reading.intent().equals(TurnReading.UNKNOWN)
        ? reading.as(ToolPolicy.LEAVE_MESSAGE, 1)
        : reading;
  }

  private static boolean nothing(TurnReading reading) {
    return reading.intent().equals(TurnReading.UNKNOWN) && reading.signals().isEmpty();
  }

  private boolean readBack(Step step, TurnReading reading, ReadBack asked) {
    ConversationState state = step.state;
    if (corrected(step, asked)) {
      step.append(new DialogEvent.ConfirmationGiven(asked.call().key(), false, state.turn));
      tools.request(step, asked.call().tool(), Map.of(), model);
      return true;
    }
    switch (reading.answer()) {
      case YES -> {
        if (state.turnConfidence < step.script.settings().confirmConfidence()) {
          tools.readBack(step, asked.text(), asked.call());
          step.done();
        } else {
          step.commit(
              new DialogEvent.ConfirmationGiven(asked.call().key(), true, state.turn),
              new AfterCommit.Confirmed(asked.call()));
        }
      }
      case NO -> declined(step, reading, asked);
      case NEITHER -> unclear(step, reading, asked);
    }
    return true;
  }

  private void declined(Step step, TurnReading reading, ReadBack asked) {
    step.append(new DialogEvent.ConfirmationGiven(asked.call().key(), false, step.state.turn));
    Optional<ToolDefinition> tool = step.script.tools().find(asked.call().tool());
    if (reading.signals().contains(Signal.CORRECTION) && tool.isPresent()) {
      tool.get()
          .parameters()
          .forEach((name, parameter) -> step.ask(tool.get().name(), name, parameter.ask()));
    } else {
      step.say(Text.NEVER_MIND);
    }
    step.done();
  }

  private void unclear(Step step, TurnReading reading, ReadBack asked) {
    ConversationState state = step.state;
    state.unclearAnswers++;
    boolean aside =
        !reading.intent().equals(TurnReading.UNKNOWN)
            && !reading.intent().equals(state.topic)
            && state.unclearAnswers < UNCLEAR;
    if (aside) {
      state.askReadBackAgain = true;
      model.ask(step, false);
    } else if (state.unclearAnswers < UNCLEAR) {
      boolean first = state.unclearAnswers == 1;
      step.say(Text.NOT_UNDERSTOOD, state.unclearAnswers);
      String once = step.script.playbook().company().say(Text.CONFIRM_AGAIN);
      tools.readBack(step, first ? asked.text() : once, asked.call());
      if (!first) {
        Troubles.keypad(step, Troubles.UNCLEAR);
      }
      step.done();
    } else {
      state.unclearAnswers = 0;
      step.append(new DialogEvent.ConfirmationGiven(asked.call().key(), false, state.turn));
      String what = "no clear answer to a read-back";
      if (!step.escalates(new EscalationInput.NotCovered(state.turn, what), false)) {
        step.say(Text.NEVER_MIND);
        step.done();
      }
    }
  }

  /** True when this turn names another value for something that was read back. */
  private static boolean corrected(Step step, ReadBack asked) {
    Map<String, ToolDefinition.Parameter> parameters =
        step.script
            .tools()
            .find(asked.call().tool())
            .map(ToolDefinition::parameters)
            .orElse(Map.of());
    return parameters.entrySet().stream()
        .filter(parameter -> step.state.fresh.contains(parameter.getValue().slot()))
        .anyMatch(
            parameter ->
                !step.state
                    .slots
                    .getOrDefault(parameter.getValue().slot(), "")
                    .equals(asked.call().arguments().get(parameter.getKey())));
  }

  private static void offer(Step step, TurnReading reading, Escalation offered) {
    if (reading.answer() == Answer.YES) {
      step.fire(
          new Escalation(
              offered.rule(),
              Escalation.Effect.TRANSFER_NOW,
              offered.reason() + ACCEPTED,
              offered.skill()));
      return;
    }
    step.say(Text.OFFER_DECLINED);
    step.done();
  }

  private void message(Step step, TurnReading reading) {
    if (reading.answer() == Answer.YES) {
      tools.request(step, ToolPolicy.LEAVE_MESSAGE, Map.of(), model); // asks for the words
    } else {
      Remarks.anythingElse(step);
      step.done();
    }
  }

  private static boolean anythingElse(ConversationState state) {
    List<Said> before = state.saidBefore;
    if (before.isEmpty()) {
      return false;
    }
    String detail = before.get(before.size() - 1).why().detail();
    return detail.equals(LedgerFold.ANYTHING_ELSE) || detail.equals(LedgerFold.RETURNED);
  }

  private static boolean afterAnythingElse(Step step, TurnReading reading) {
    if (!reading.slots().isEmpty() || reading.answer() == Answer.NEITHER) {
      return false;
    }
    if (reading.answer() == Answer.NO) {
      Remarks.goodbye(step);
    } else {
      step.say(Text.OPENING_QUESTION);
      step.done();
    }
    return true;
  }
}
