package org.cordboard.dialog;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.tools.ToolCall;
import org.cordboard.dialog.tools.ToolDefinition;

/** What a tool has answered: on the ledger, then to the caller. */
final class ToolResults {
  private static final String IN_DOUBT =
      "I couldn't see whether that went through. I won't try it twice; a colleague will check.";
  private static final String PROMISE = "promise"; // the fact that names something owed

  void answered(Step step, ConversationEvent.ToolAnswered answered, ModelPolicy model) {
    ToolCall call = answered.call();
    Optional<ToolDefinition> known = step.script.tools().find(call.tool());
    if (known.isEmpty()) {
      return;
    }
    ToolDefinition tool = known.get();
    Map<String, String> facts = answered.facts();
    String summary = answered.ok() ? tool.spokenResult(facts) : "failed: outcome not known";
    DialogEvent.ToolFinished finished =
        new DialogEvent.ToolFinished(
            call.key(), call.tool(), answered.ok(), noted(tool, answered), summary);
    if (tool.irreversible() || facts.containsKey(PROMISE)) {
      if (facts.containsKey(PROMISE)) {
        step.append(
            new DialogEvent.PromiseMade(
                facts.getOrDefault(PROMISE, ""),
                facts.getOrDefault("kind", "message"),
                facts.getOrDefault("text", "")));
      }
      step.commit(finished, new AfterCommit.Finished(call, answered.ok(), facts));
      return;
    }
    step.append(finished);
    if (answered.generation() != step.state.generation) {
      return; // the caller has gone on to something else
    }
    if (!answered.ok()) {
      failing(step, call);
      return;
    }
    step.escalates(new EscalationInput.Resolved(step.state.turn), true);
    step.state.rounds++;
    if (step.state.rounds > step.script.settings().toolRounds()) {
      step.say(summary, Expecting.ANYTHING, new Why(Why.Source.TOOL, call.tool()));
      step.done();
    } else {
      model.ask(step, true);
    }
  }

  private static Map<String, String> noted(
      ToolDefinition tool, ConversationEvent.ToolAnswered answered) {
    Map<String, String> facts = new TreeMap<>(answered.facts());
    if (answered.ok()) {
      tool.note(facts).ifPresent(note -> facts.put(ToolDefinition.NOTE, note));
    }
    return facts;
  }

  private static void failing(Step step, ToolCall call) {
    step.append(new DialogEvent.PartDegraded(call.tool(), "person offered"));
    if (!step.escalates(new EscalationInput.PartFailed(call.tool()), false)) {
      step.done();
    }
  }

  /** An effect's result is on the ledger: the caller hears it, whatever was said meanwhile. */
  void tell(Step step, AfterCommit.Finished finished) {
    ToolCall call = finished.call();
    if (!finished.ok()) {
      step.append(new DialogEvent.PartDegraded(call.tool(), "a person is brought in"));
      step.say(IN_DOUBT, Expecting.ANYTHING, new Why(Why.Source.RULE, "R17"));
      step.fire(
          new Escalation(
              "R17",
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
