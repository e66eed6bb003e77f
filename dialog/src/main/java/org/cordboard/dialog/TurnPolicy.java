package org.cordboard.dialog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.TurnReading;
import org.cordboard.dialog.understanding.TurnReading.Answer;

/** A caller's turn, from masking to the one who answers it. The order is the policy. */
final class TurnPolicy {
  private static final Set<String> KEY_YES = Set.of("1");
  private static final Set<String> KEY_NO = Set.of("2");

  private final Opening opening = new Opening();
  private final Remarks remarks;
  private final Answers answers;
  private final ModelPolicy model;
  private final PersonPolicy person;

  TurnPolicy(Remarks remarks, Answers answers, ModelPolicy model, PersonPolicy person) {
    this.remarks = remarks;
    this.answers = answers;
    this.model = model;
    this.person = person;
  }

  void taken(Step step, CallerTurn turn) {
    ConversationState state = step.state;
    step.act(new ConversationAction.StopModel());
    long generation = step.nextGeneration();
    Set<String> allowed = allowed(step);
    Expecting expecting = state.expecting;
    step.append(
        new DialogEvent.CallerSaid(
            state.turn + 1,
            step.script.mask(turn.text(), allowed),
            turn.confidence(),
            turn.keyed(),
            turn.startMs(),
            turn.endMs()));
    state.deaf &= turn.keyed(); // keys prove nothing about our ears
    state.noisy &= turn.keyed();
    state.lost &= turn.keyed();
    state.turnConfidence = turn.keyed() ? 1 : turn.confidence();
    state.turnExpecting = Expecting.ANYTHING;
    state.keyed = turn.keyed() ? turn.text() : "";
    state.fresh.clear();
    state.unsaid = "";
    state.begun = "";
    state.fillers = 0;
    state.quietSince = step.now;
    state.spoken = false;
    state.excused = false;
    state.answering = true;
    state.reserve = false;
    state.rounds = 0;
    state.holding = false;
    state.silencesLetPass = 0;
    state.passages = java.util.List.of();
    boolean digitsExpected = expecting.form() == Expecting.Form.DIGITS;
    if (turn.keyed()
        && step.escalates(new EscalationInput.Keyed(turn.text(), digitsExpected), false)) {
      return;
    }
    state.pieces = state.pieces.with(turn.text(), expecting);
    step.act(new ConversationAction.Read(generation, state.pieces.words(), expecting));
  }

  /** The slots whose values may be kept: what was asked for, and what tools take unasked. */
  private static Set<String> allowed(Step step) {
    Set<String> allowed = new TreeSet<>(step.script.tools().slots());
    allowed.addAll(step.state.expecting.slots());
    return allowed;
  }

  void understood(Step step, TurnReading found) {
    ConversationState state = step.state;
    TurnReading reading = keyed(state, found);
    Map<String, String> slots = new TreeMap<>(reading.slots());
    slots.keySet().retainAll(allowed(step));
    state.reading = reading;
    state.fresh = new TreeSet<>(slots.keySet());
    step.append(
        new DialogEvent.Understood(
            state.turn,
            reading.intent(),
            reading.confidence(),
            slots,
            reading.mood().label(),
            reading.mood().anger()));
    if (understood(reading)) {
      state.notUnderstood = 0;
      Reprompts.answered(state);
    }
    opening.owed(step);
    boolean answered = reading.answer() != Answer.NEITHER && answers.pending(state);
    EscalationInput.TurnRead input =
        new EscalationInput.TurnRead(
            state.turn, Answers.toMessage(state, reading), question(state, reading));
    boolean piece =
        state.pieces.grew() && reading.signals().isEmpty(); // understood, as far as it goes
    if ((!piece && step.escalates(input, answered))
        || person.whileWaiting(step, reading)
        || remarks.answer(step, reading)
        || answers.answer(step, reading)
        || byIntent(step, reading)) {
      return;
    }
    model.ask(step, false);
  }

  private static boolean understood(TurnReading reading) {
    boolean said =
        !reading.intent().equals(TurnReading.UNKNOWN)
            || reading.answer() != Answer.NEITHER
            || !reading.slots().isEmpty();
    return said && !reading.signals().contains(Signal.CHECKS_LINE);
  }

  private static TurnReading keyed(ConversationState state, TurnReading reading) {
    if (state.expecting.form() != Expecting.Form.YES_NO || state.keyed.isEmpty()) {
      return reading;
    }
    Answer answer =
        KEY_YES.contains(state.keyed)
            ? Answer.YES
            : KEY_NO.contains(state.keyed) ? Answer.NO : reading.answer();
    return new TurnReading(
        reading.intent(),
        reading.confidence(),
        reading.candidates(),
        reading.slots(),
        reading.mood(),
        reading.signals(),
        answer);
  }

  /** The normal form by which the same question is noticed: what is wanted, of which thing. */
  private static String question(ConversationState state, TurnReading reading) {
    if (reading.intent().equals(TurnReading.UNKNOWN)) {
      return "";
    }
    if (reading.intent().equals(state.topic)) {
      return reading.intent() + " " + state.slots;
    }
    return reading.intent()
        + " "
        + state.callerText.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").trim();
  }

  /** Intents that the playbook answers without a model. */
  private boolean byIntent(Step step, TurnReading reading) {
    Optional<Intent> intent = step.script.playbook().intent(reading.intent());
    if (intent.isEmpty()) {
      return false;
    }
    IntentAction action = intent.get().action();
    if (action instanceof IntentAction.Say say) {
      step.say(say.words(), Expecting.ANYTHING, Step.playbook());
      model.finish(step);
      return true;
    } else if (action instanceof IntentAction.Goodbye) {
      Remarks.goodbye(step);
      return true;
    } else if (action instanceof IntentAction.Person && step.state.escalated == null) {
      step.fire(
          new Escalation(
              "R14", Escalation.Effect.TRANSFER_NOW, intent.get().says(), intent.get().skill()));
      return true;
    }
    return false;
  }

  void interrupted(Step step) {
    step.act(new ConversationAction.StopModel());
    step.nextGeneration();
    step.state.unsaid = "";
    step.state.begun = "";
    step.state.answering = false;
  }
}
