package org.cordboard.dialog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.escalation.EscalationStep;
import org.cordboard.dialog.playbook.Text;

/**
 * One step in the making: a copy of the state to be changed, and the actions so far. Whatever goes
 * on the ledger changes the state through {@link LedgerFold} and in no other way.
 */
final class Step {
  final ConversationState state;
  final Script script;
  final CallContext call;
  final Instant now;
  private final LedgerFold fold;
  private final List<ConversationAction> actions = new ArrayList<>();

  Step(ConversationState before, Script script, CallContext call, LedgerFold fold, Instant now) {
    this.state = before.copy();
    this.script = script;
    this.call = call;
    this.fold = fold;
    this.now = now;
  }

  List<ConversationAction> actions() {
    return List.copyOf(actions);
  }

  void append(DialogEvent event) {
    actions.add(new ConversationAction.Append(event));
    fold.apply(state, event);
  }

  void commit(DialogEvent event, AfterCommit next) {
    actions.add(new ConversationAction.CommitThen(event, next));
    fold.apply(state, event);
  }

  void act(ConversationAction action) {
    actions.add(action);
  }

  void out(DialogAction action) {
    actions.add(new ConversationAction.Out(action));
  }

  /** Starts something new: whatever was asked for before is stale from here on. */
  long nextGeneration() {
    return ++state.generation;
  }

  /** A fixed text of the playbook. */
  void say(Text text) {
    say(script.playbook().company().say(text), Expecting.ANYTHING, playbook());
  }

  /** Something that leaves the question open that was asked before. */
  void aside(String text) {
    say(text, Expecting.ANYTHING, new Why(Why.Source.PLAYBOOK, LedgerFold.ASIDE));
  }

  void aside(Text text) {
    aside(script.playbook().company().say(text));
  }

  /** The wording of a fixed text for the {@code times}-th use in a row. */
  void say(Text text, int times) {
    say(script.playbook().company().say(text, times), Expecting.ANYTHING, playbook());
  }

  /** A fixed text whose wordings take turns: the {@code times}-th use. */
  String inTurn(Text text, long times) {
    return script.playbook().company().inTurn(text, times);
  }

  static Why playbook() {
    return new Why(Why.Source.PLAYBOOK, "");
  }

  /** Says one interruptible prompt; what may not be said is left out. Returns its id or 0. */
  long say(String text, Expecting expecting, Why why) {
    return say(text, true, expecting, why);
  }

  long say(String text, boolean interruptible, Expecting expecting, Why why) {
    if (text.isBlank()) {
      return 0;
    }
    if (!script.claims().allow(text)) {
      append(new DialogEvent.PartDegraded("model", "forbidden claim left out"));
      return say(
          script.playbook().company().say(Text.IDENTITY),
          interruptible,
          expecting,
          new Why(Why.Source.RULE, "R2"));
    }
    if (!expecting.equals(Expecting.ANYTHING)) {
      state.turnExpecting = expecting;
    }
    Expecting lasting = state.turnExpecting;
    state.expecting = lasting;
    state.spoken = true;
    long id = state.prompts + 1;
    append(
        new DialogEvent.AgentSaid(
            id, text, why.source().name().toLowerCase(Locale.ROOT), why.detail()));
    out(new DialogAction.Say(id, new Prompt(text, interruptible, lasting), why));
    return id;
  }

  /** Says again what was said, each with what it expected. */
  void repeat(List<Said> prompts) {
    for (Said said : prompts) {
      say(said.text(), said.expecting(), said.why());
    }
  }

  /** Says, as the answer to a question for a parameter, that question again. */
  void ask(String tool, String parameter, String question) {
    Expecting expecting = fold.expecting(new ConversationState.Asked(tool, parameter));
    say(question, expecting, new Why(Why.Source.TOOL, LedgerFold.asking(tool, parameter)));
  }

  /** Says what cannot be done; the offer of a person or its coming then goes without a reason. */
  void excuse(Text text, String detail) {
    say(
        script.playbook().company().say(text),
        Expecting.ANYTHING,
        new Why(Why.Source.RULE, detail));
    state.excused = true;
  }

  /** Offers a person because {@code part} fails, or brings one in; else ends the answer. */
  void failing(String part) {
    if (!escalates(new EscalationInput.PartFailed(part), false)) {
      done();
    }
  }

  /** The answer is complete; a failing part that was kept back is told, if nothing was asked. */
  void done() {
    if (!state.trouble.isEmpty() && mayOffer()) {
      String part = state.trouble;
      state.trouble = "";
      if (escalates(new EscalationInput.PartFailed(part), false)) {
        return;
      }
    }
    state.answering = false;
    state.hint = "";
    out(new DialogAction.TurnDone());
  }

  /** True when the offer of a person would be the only question that is open. */
  boolean mayOffer() {
    List<Said> now = state.said;
    boolean asked = !now.isEmpty() && now.get(now.size() - 1).text().contains("?");
    boolean ends =
        actions.stream()
            .anyMatch(
                action ->
                    action instanceof ConversationAction.Out out
                        && out.action() instanceof DialogAction.HangUp);
    return !asked && !ends && state.turnExpecting.equals(Expecting.ANYTHING);
  }

  /**
   * Hands an input to the escalation rules.
   *
   * @param strongOnly true when a mere offer is to be let pass, since the caller has just answered
   *     a question
   * @return true when one fired, and what follows is its effect
   */
  boolean escalates(EscalationInput input, boolean strongOnly) {
    EscalationStep result = script.rules().step(state.escalation, input, now);
    state.escalation = result.state();
    if (result.escalation().isEmpty()) {
      return false;
    }
    Escalation fired = result.escalation().get();
    boolean urgent = fired.effect() == Escalation.Effect.FIRST_IN_LINE && !state.danger;
    if ((state.escalated != null || state.waiting) && !urgent) {
      return false; // a person is coming already
    }
    if (strongOnly && fired.effect() == Escalation.Effect.OFFER) {
      return false;
    }
    fire(fired);
    return true;
  }

  /** A rule's effect: it is on the ledger first. */
  void fire(Escalation fired) {
    act(new ConversationAction.StopModel());
    nextGeneration();
    commit(
        new DialogEvent.EscalationFired(
            fired.rule(), fired.effect().written(), fired.reason(), state.turn),
        new AfterCommit.Escalating(fired));
  }
}
