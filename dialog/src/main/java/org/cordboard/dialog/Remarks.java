package org.cordboard.dialog;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.playbook.Text;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.TurnReading;

/** Remarks about the conversation itself, answered by rule: no model is asked. */
final class Remarks {
  private static final double SLOWER = 0.85; // of the pace so far
  private static final double CALMER = 0.93;
  private static final double SLOWEST = 0.6;
  private static final double LOUDER = 1.5; // of the amplitude so far, 3.5 dB
  private static final double LOUDEST = 3;
  private static final int WARNINGS = 2; // before abuse ends a call (R41)

  /** Answers the remark in this turn; false when there is none. */
  boolean answer(Step step, TurnReading reading) {
    Set<Signal> signals = reading.signals();
    if (signals.contains(Signal.OBJECTS_TO_RECORDING) && step.call.recorded()) {
      step.out(new DialogAction.StopRecording());
      step.aside(Text.RECORDING_STOPPED);
      again(step);
    } else if (signals.contains(Signal.ASKS_IF_AI)) {
      step.say(
          step.script.playbook().company().say(Text.IDENTITY),
          Expecting.ANYTHING,
          new Why(Why.Source.RULE, "R2"));
      again(step);
    } else if (signals.contains(Signal.ABUSE)) {
      abuse(step);
    } else if (signals.contains(Signal.SLOWER)) {
      step.state.rate = Math.max(SLOWEST, step.state.rate * SLOWER);
      delivery(step, Text.SLOWER);
    } else if (signals.contains(Signal.LOUDER)) {
      step.state.gain = Math.min(LOUDEST, step.state.gain * LOUDER);
      delivery(step, Text.LOUDER);
    } else if (signals.contains(Signal.SPELL)) {
      spell(step);
    } else if (signals.contains(Signal.SIMPLER)) {
      simpler(step);
    } else if (signals.contains(Signal.REPEAT)) {
      repeat(step);
    } else if (signals.contains(Signal.HOLD_ON)) {
      step.state.holding = true;
      step.aside(Text.HOLDING);
      again(step, false);
    } else if (signals.contains(Signal.CHECKS_LINE) && !greets(step, reading)) {
      here(step);
      goOn(step);
    } else if (signals.contains(Signal.NEVER_MIND)) {
      neverMind(step);
    } else if (signals.contains(Signal.GOODBYE)) {
      goodbye(step);
    } else if (signals.contains(Signal.THANKS)
        && reading.intent().equals(TurnReading.UNKNOWN)
        && reading.answer() == TurnReading.Answer.NEITHER) {
      step.escalates(new EscalationInput.Resolved(step.state.turn), true);
      step.say(Text.WELCOME);
      anythingElse(step);
      step.done();
    } else {
      return false;
    }
    return true;
  }

  /** A mere "hello" is a greeting when nothing in particular was asked. */
  private static boolean greets(Step step, TurnReading reading) {
    return !Reprompts.certain(step.state)
        && step.script
            .playbook()
            .intent(reading.intent())
            .filter(intent -> intent.action() instanceof IntentAction.Say)
            .isPresent();
  }

  /** Says that we are there and hear. */
  static void here(Step step) {
    step.aside(step.inTurn(Text.HERE, ++step.state.lineChecks));
  }

  /** With the question that is open, which the caller may have heard or not. */
  private static void goOn(Step step) {
    if (Reprompts.exhausted(step.state)) {
      Reprompts.end(step);
    } else {
      Reprompts.again(step, Reprompts.certain(step.state), LedgerFold.ASIDE);
      step.done();
    }
  }

  private static void delivery(Step step, Text text) {
    step.out(new DialogAction.Delivery(step.state.rate, step.state.gain));
    step.aside(text);
    repeat(step);
  }

  private static void repeat(Step step) {
    List<Said> before = step.state.saidBefore;
    if (before.isEmpty()) {
      step.say(Text.NOTHING_TO_REPEAT);
    } else {
      step.repeat(List.copyOf(before));
    }
    step.done();
  }

  /** Spells the last thing said that people write down, then asks again what was asked. */
  private static void spell(Step step) {
    List<String> texts = step.state.saidBefore.stream().map(Said::text).toList();
    Optional<String> value = Spelling.lastValue(texts, step.call.language());
    if (value.isEmpty()) {
      repeat(step);
      return;
    }
    String spelled = Spelling.spelled(value.get(), step.call.language());
    step.aside(Text.SPELLING);
    step.aside(spelled + ".");
    again(step);
  }

  /** Says the heart of each thing again, a little slower: its first sentence, and the question. */
  private static void simpler(Step step) {
    if (step.state.saidBefore.isEmpty()) {
      repeat(step);
      return;
    }
    step.state.rate = Math.max(SLOWEST, step.state.rate * CALMER);
    step.out(new DialogAction.Delivery(step.state.rate, step.state.gain));
    step.aside(Text.SIMPLER);
    for (Said said : List.copyOf(step.state.saidBefore)) {
      boolean asks = !said.expecting().equals(Expecting.ANYTHING) || said.text().endsWith("?");
      List<String> sentences = Sentences.all(said.text(), step.call.language());
      String heart = asks || sentences.isEmpty() ? said.text() : sentences.get(0);
      step.say(heart, said.expecting(), said.why());
    }
    step.done();
  }

  private static void again(Step step) {
    again(step, true);
  }

  /** What was asked before the remark is still open: asks it again, aloud or silently. */
  private static void again(Step step, boolean aloud) {
    List<Said> before = step.state.saidBefore;
    Said last = before.isEmpty() ? null : before.get(before.size() - 1);
    boolean open = last != null && !last.expecting().equals(Expecting.ANYTHING);
    if (last != null && open && aloud) {
      step.repeat(List.of(last));
    } else if (last != null && open) {
      step.state.expecting = last.expecting();
    }
    step.done();
  }

  private static void neverMind(Step step) {
    if (step.state.readBack != null) {
      step.append(
          new DialogEvent.ConfirmationGiven(
              step.state.readBack.call().key(), false, step.state.turn));
    }
    step.state.topic = "";
    step.say(Text.NEVER_MIND);
    step.done();
  }

  private static void abuse(Step step) {
    if (step.state.abuse < WARNINGS || step.state.danger) {
      step.say(
          step.script.playbook().company().say(Text.ABUSE_WARNING, step.state.abuse + 1),
          Expecting.ANYTHING,
          new Why(Why.Source.RULE, LedgerFold.ABUSE_WARNING));
      step.done();
      return;
    }
    step.say(Text.ABUSE_END);
    step.out(new DialogAction.HangUp("abuse"));
    step.done();
  }

  /** Ends the call after the caller's goodbye, except after danger words (R41). */
  static void goodbye(Step step) {
    if (step.state.danger) {
      PersonPolicy.emergency(step);
      step.done();
      return;
    }
    if (step.state.readBack != null) {
      step.append(
          new DialogEvent.ConfirmationGiven(
              step.state.readBack.call().key(), false, step.state.turn));
    }
    step.escalates(new EscalationInput.Resolved(step.state.turn), true);
    step.say(Text.GOODBYE);
    step.out(new DialogAction.HangUp("goodbye"));
    step.done();
  }

  /** Asks whether there is anything else, as a question that yes and no answer. */
  static void anythingElse(Step step) {
    step.say(
        step.inTurn(Text.ANYTHING_ELSE, ++step.state.elses),
        Expecting.ANYTHING,
        new Why(Why.Source.PLAYBOOK, LedgerFold.ANYTHING_ELSE));
  }
}
