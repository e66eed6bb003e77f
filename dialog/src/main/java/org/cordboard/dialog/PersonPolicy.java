package org.cordboard.dialog;

import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.Text;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.TurnReading;
import org.jspecify.annotations.Nullable;

/** A rule's effect, the wait for a person, and what happens when nobody comes. */
final class PersonPolicy {
  private static final String OUTSIDE = "outside"; // begins R12's reason for a foreign wish

  /** The firing is on the ledger: does what the rule demands. */
  void escalate(Step step, Escalation fired) {
    if (fired.effect() == Escalation.Effect.OFFER) {
      if (fired.reason().startsWith(OUTSIDE)) {
        step.append(new DialogEvent.KnowledgeMissing(step.state.turn, step.state.callerText));
        step.say(Text.NOT_COVERED);
      }
      step.say(offer(step, fired), Expecting.YES_NO, new Why(Why.Source.RULE, fired.rule()));
      if (step.state.noisy) {
        Troubles.keypad(step, Troubles.LINE);
      }
    } else {
      bringIn(step, fired);
    }
    step.done();
  }

  private static String offer(Step step, Escalation fired) {
    if (!fired.rule().equals("R17") || step.state.excused) {
      return step.inTurn(Text.OFFER_PERSON, ++step.state.offers);
    }
    boolean deaf = fired.reason().startsWith(Troubles.RECOGNISER) || step.state.lost;
    return step.script.playbook().company().say(deaf ? Text.KEYPAD : Text.DEGRADED);
  }

  /** Says that a person is coming, and asks for one. */
  static void bringIn(Step step, Escalation fired) {
    boolean first = fired.effect() == Escalation.Effect.FIRST_IN_LINE;
    Why why = new Why(Why.Source.RULE, fired.rule());
    if (first) {
      emergency(step);
    } else {
      if (step.state.reading.signals().contains(Signal.BEREAVEMENT)) {
        step.say(step.script.playbook().company().say(Text.CONDOLENCE), Expecting.ANYTHING, why);
      }
      boolean wished = fired.rule().equals("R14") || fired.reason().endsWith(Answers.ACCEPTED);
      Text coming = wished ? Text.TRANSFERRING : Text.BRINGING_IN;
      step.say(step.script.playbook().company().say(coming), Expecting.ANYTHING, why);
    }
    step.out(new DialogAction.Escalate(fired.rule(), first, fired.reason(), skill(step, fired)));
  }

  static void emergency(Step step) {
    step.say(
        step.script.playbook().company().say(Text.EMERGENCY),
        false,
        Expecting.ANYTHING,
        new Why(Why.Source.RULE, "R16"));
  }

  private static String skill(Step step, Escalation fired) {
    if (!fired.skill().isEmpty()) {
      return fired.skill();
    }
    return step.script.playbook().intent(step.state.topic).map(Intent::skill).orElse("");
  }

  /** The caller speaks while a person is being rung; false when it is to be answered as usual. */
  boolean whileWaiting(Step step, TurnReading reading) {
    ConversationState state = step.state;
    if (state.escalated == null && !state.waiting) {
      return false;
    }
    boolean off =
        reading.signals().contains(Signal.NEVER_MIND) || reading.signals().contains(Signal.GOODBYE);
    if (off && state.danger) {
      emergency(step);
      step.done();
      return true;
    } else if (reading.signals().contains(Signal.NEVER_MIND)) {
      state.waiting = false;
      step.out(new DialogAction.CallOff());
      step.say(
          step.script.playbook().company().say(Text.NEVER_MIND),
          Expecting.ANYTHING,
          new Why(Why.Source.RULE, LedgerFold.RETURNED));
      step.done();
      return true;
    } else if (reading.signals().contains(Signal.CHECKS_LINE)) {
      Remarks.here(step);
      step.say(step.inTurn(Text.TRANSFER_WAIT, ++state.waits), Expecting.ANYTHING, Step.playbook());
      step.done();
      return true;
    } else if (reading.intent().equals(TurnReading.UNKNOWN) && reading.signals().isEmpty()
        || reading.signals().contains(Signal.ASKS_FOR_PERSON)
        || reading.signals().contains(Signal.THANKS)) {
      step.say(step.inTurn(Text.TRANSFER_WAIT, ++state.waits), Expecting.ANYTHING, Step.playbook());
      step.done();
      return true;
    }
    return false;
  }

  /** The caller is with the AI again. */
  void returned(Step step, String reason) {
    ConversationState state = step.state;
    boolean wasWaiting = state.waiting || state.escalated != null;
    Escalation wanted = state.escalated;
    state.waiting = false;
    state.turnExpecting = Expecting.ANYTHING;
    if (reason.equals("handed-back")) {
      step.say(
          step.script.playbook().company().say(Text.HANDED_BACK),
          Expecting.ANYTHING,
          new Why(Why.Source.PLAYBOOK, LedgerFold.RETURNED));
    } else if (state.danger && wanted != null) {
      bringIn(step, wanted);
    } else if (reason.equals("dropped")) {
      String wish = wanted == null ? "asked for a person" : wanted.reason(); // still the same
      again(step, wanted, wish, Text.PERSON_LOST);
    } else if (wasWaiting) {
      nobody(step, wanted);
    }
    step.done();
  }

  /**
   * Offers a message, by the keypad when we cannot hear; where none can be promised, to try again.
   */
  private static void nobody(Step step, @Nullable Escalation wanted) {
    if (step.state.deaf || step.state.noisy || step.state.lost) {
      String why =
          step.state.deaf
              ? "the recogniser fails"
              : step.state.lost ? "the line brings nothing" : "noise drowns what the caller says";
      step.out(new DialogAction.KeypadMenu("nobody is free, and " + why));
      return;
    }
    if (ToolPolicy.canTakeMessage(step)) {
      step.say(
          step.script.playbook().company().say(Text.NOBODY_FREE, ++step.state.nobodyFree),
          Expecting.YES_NO,
          new Why(Why.Source.PLAYBOOK, LedgerFold.MESSAGE_OFFER));
      return;
    }
    String reason = "nobody was free, and no message could be taken";
    again(step, wanted, reason, Text.NOBODY_FREE_NO_MESSAGE);
  }

  /** Offers to ring somebody again. */
  private static void again(Step step, @Nullable Escalation wanted, String reason, Text words) {
    step.append(
        new DialogEvent.EscalationFired(
            wanted == null ? "R14" : wanted.rule(),
            Escalation.Effect.OFFER.written(),
            reason,
            step.state.turn));
    step.say(
        step.script.playbook().company().say(words),
        Expecting.YES_NO,
        new Why(Why.Source.PLAYBOOK, LedgerFold.RETURNED));
  }
}
