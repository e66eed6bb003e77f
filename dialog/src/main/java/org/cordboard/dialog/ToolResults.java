package org.cordboard.dialog;

import java.util.Map;
import java.util.TreeMap;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.playbook.Text;
import org.cordboard.dialog.tools.ToolCall;
import org.cordboard.dialog.tools.ToolDefinition;
import org.cordboard.dialog.understanding.TurnReading;

/** What a tool has answered: on the ledger, then to the caller. */
final class ToolResults {
  private static final String RULE = "R17";
  private static final String PROMISE = "promise"; // the fact that names something owed
  private static final double PLAUSIBLE = 0.2; // confidence from which another wish may be meant

  void answered(Step step, ConversationEvent.ToolAnswered answered, ModelPolicy model) {
    ToolCall call = answered.call();
    boolean stale = answered.generation() != step.state.generation;
    step.script
        .tools()
        .find(call.tool())
        .ifPresent(
            tool -> {
              switch (answered.outcome()) {
                case DONE -> done(step, tool, answered, model);
                case NOT_DONE -> notDone(step, tool, call, stale && !tool.irreversible());
                case IN_DOUBT -> inDoubt(step, tool, call, stale);
              }
            });
  }

  private static void done(
      Step step, ToolDefinition tool, ConversationEvent.ToolAnswered answered, ModelPolicy model) {
    ToolCall call = answered.call();
    Map<String, String> facts = answered.facts();
    String summary = tool.spokenResult(facts);
    DialogEvent.ToolFinished finished =
        new DialogEvent.ToolFinished(call.key(), call.tool(), true, noted(tool, facts), summary);
    if (tool.irreversible() || facts.containsKey(PROMISE)) {
      if (facts.containsKey(PROMISE)) {
        step.append(
            new DialogEvent.PromiseMade(
                facts.getOrDefault(PROMISE, ""),
                facts.getOrDefault("kind", "message"),
                facts.getOrDefault("text", "")));
      }
      step.commit(finished, new AfterCommit.Finished(call, true, facts));
      return;
    }
    step.append(finished);
    if (answered.generation() != step.state.generation) {
      return; // the caller has gone on to something else
    }
    step.escalates(new EscalationInput.Resolved(step.state.turn), true);
    step.state.rounds++;
    boolean enough = step.state.rounds > step.script.settings().toolRounds();
    if (enough || isAnswer(step, tool)) {
      for (String sentence : Sentences.all(summary, step.call.language())) {
        Expecting expecting = Questions.expecting(sentence, step.script.tools());
        step.say(sentence, expecting, new Why(Why.Source.TOOL, call.tool()));
      }
      model.finish(step);
    } else {
      model.ask(step, true);
    }
  }

  /**
   * True when the tool serves what the caller wants, and nothing else seems to be wanted in this
   * turn: its words are the answer, and the caller need not wait for a model to say them again.
   */
  private static boolean isAnswer(Step step, ToolDefinition tool) {
    ConversationState state = step.state;
    TurnReading reading = state.reading;
    boolean other =
        reading.candidates().stream()
            .anyMatch(
                candidate ->
                    candidate.confidence() >= PLAUSIBLE
                        && !candidate.intent().equals(TurnReading.OUT_OF_SCOPE));
    boolean told = reading.intent().equals(TurnReading.UNKNOWN) && !state.fresh.isEmpty();
    return !other
        && step.script
            .playbook()
            .intent(told ? state.topic : reading.intent())
            .filter(intent -> intent.action() instanceof IntentAction.Tool)
            .map(intent -> ((IntentAction.Tool) intent.action()).name())
            .filter(tool.name()::equals)
            .isPresent();
  }

  private static Map<String, String> noted(ToolDefinition tool, Map<String, String> found) {
    Map<String, String> facts = new TreeMap<>(found);
    tool.note(found).ifPresent(note -> facts.put(ToolDefinition.NOTE, note));
    return facts;
  }

  /**
   * It failed before anything was changed, and the caller hears just that.
   *
   * @param silent true when the caller has gone on to something else
   */
  void notDone(Step step, ToolDefinition tool, ToolCall call, boolean silent) {
    if (step.state.doubtful.contains(call.key())) {
      inDoubt(step, tool, call, silent);
      return;
    }
    finished(step, call, "not done: it failed before anything was changed");
    if (silent) {
      return;
    }
    step.append(new DialogEvent.PartDegraded(call.tool(), "nothing changed, a person offered"));
    if (call.tool().equals(ToolPolicy.LEAVE_MESSAGE)) {
      step.excuse(Text.NO_MESSAGE, RULE);
    } else if (tool.irreversible()) {
      step.excuse(Text.NOT_DONE, RULE);
    }
    step.failing(call.tool());
  }

  /** It failed, and may have been done: an effect is on the ledger as such before that is said. */
  private void inDoubt(Step step, ToolDefinition tool, ToolCall call, boolean silent) {
    if (!tool.irreversible()) {
      step.state.doubtful.remove(call.key());
      notDone(step, tool, call, silent);
      return;
    }
    step.state.doubtful.add(call.key());
    step.commit(
        new DialogEvent.ToolFinished(
            call.key(), call.tool(), false, call.arguments(), "failed: outcome not known"),
        new AfterCommit.Finished(call, false, call.arguments()));
  }

  private static void finished(Step step, ToolCall call, String summary) {
    step.append(
        new DialogEvent.ToolFinished(call.key(), call.tool(), false, call.arguments(), summary));
  }

  /** An effect's result is on the ledger: the caller hears it, whatever was said meanwhile. */
  void tell(Step step, AfterCommit.Finished finished) {
    ToolCall call = finished.call();
    if (!finished.ok()) {
      step.append(new DialogEvent.PartDegraded(call.tool(), "a person is brought in"));
      step.excuse(Text.IN_DOUBT, RULE);
      step.fire(
          new Escalation(
              RULE,
              Escalation.Effect.TRANSFER_NOW,
              call.tool() + " failed, outcome not known",
              ""));
      return;
    }
    step.escalates(new EscalationInput.Resolved(step.state.turn), true);
    String spoken =
        step.script
            .tools()
            .find(call.tool())
            .map(tool -> tool.spokenResult(finished.facts()))
            .orElse("");
    step.say(spoken, Expecting.ANYTHING, new Why(Why.Source.TOOL, call.tool()));
    Remarks.anythingElse(step);
    step.done();
  }
}
