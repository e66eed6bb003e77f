package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.cordboard.dialog.ConversationEvent.ToolRequest;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.model.Grounding;
import org.cordboard.dialog.model.ModelTask;
import org.cordboard.dialog.model.NotCoveredTool;
import org.cordboard.dialog.playbook.Text;

/**
 * What the model writes is spoken sentence by sentence; what it asks for goes to {@link
 * ToolPolicy}. When it fails, the built-in one stands in for the turn; when that fails too, a
 * person is offered (R17).
 */
final class ModelPolicy {
  private final ToolPolicy tools;

  ModelPolicy(ToolPolicy tools) {
    this.tools = tools;
  }

  /** Asks the model to go on; {@code again} when a tool has answered in this turn. */
  void ask(Step step, boolean again) {
    ConversationState state = step.state;
    long generation = step.nextGeneration();
    state.answering = true;
    state.unsaid = "";
    state.begun = "";
    state.sources.clear();
    step.act(
        new ConversationAction.AskModel(
            new ModelTask(
                generation,
                state.callerText,
                state.reading,
                state.topic,
                state.slots,
                state.fresh,
                state.hint,
                again,
                state.reserve)));
  }

  void text(Step step, String delta) {
    ConversationState state = step.state;
    boolean streams = !state.unsaid.isBlank(); // who writes all at once has no first clause to give
    Sentences.Cut cut = Sentences.cut(state.unsaid + delta, step.call.language());
    state.unsaid = cut.rest();
    cut.complete().forEach(sentence -> speak(step, sentence));
    if (streams && !state.spoken) {
      int end = Sentences.firstClause(state.unsaid);
      String clause = state.unsaid.substring(0, end);
      state.unsaid = state.unsaid.substring(end).stripLeading();
      if (end > 0) {
        speak(step, clause);
        state.begun = plain(clause);
      }
    }
  }

  private static String plain(String written) {
    return written.replaceAll("[*_#`]+", "").trim();
  }

  /** Says a sentence, or what is left of one whose first clause has been said. */
  private static void speak(Step step, String piece) {
    ConversationState state = step.state;
    String rest = plain(piece);
    String spoken = state.begun.isEmpty() ? rest : state.begun + " " + rest;
    boolean allowed = step.script.claims().allow(spoken); // as a whole, too
    state.begun = "";
    Optional<String> source = Grounding.source(spoken, state.passages);
    Why why;
    if (source.isPresent()) {
      state.sources.add(source.get());
      why = new Why(Why.Source.KNOWLEDGE, source.get());
    } else if (state.rounds > 0) {
      why = new Why(Why.Source.TOOL, state.lastTool);
    } else {
      why = new Why(Why.Source.MODEL, state.reserve ? "built-in, standing in" : "");
    }
    Expecting expecting = Questions.expecting(spoken, step.script.tools());
    step.say(allowed ? rest : spoken, expecting, why);
  }

  void answered(Step step, List<ToolRequest> requests) {
    ConversationState state = step.state;
    if (!state.unsaid.isBlank()) {
      String rest = state.unsaid;
      state.unsaid = "";
      speak(step, rest);
    }
    if (!state.sources.isEmpty()) {
      step.append(
          new DialogEvent.KnowledgeUsed(state.turn, new ArrayList<>(new TreeSet<>(state.sources))));
    }
    if (!requests.isEmpty()) {
      ToolRequest request = requests.get(0); // the next one is asked for when this has answered
      if (request.tool().equals(NotCoveredTool.NAME)) {
        notCovered(step);
      } else {
        tools.request(step, request.tool(), request.arguments(), this);
      }
    } else if (!state.spoken) {
      failed(step, "empty answer");
    } else {
      finish(step);
    }
  }

  private void notCovered(Step step) {
    ConversationState state = step.state;
    step.append(new DialogEvent.KnowledgeMissing(state.turn, state.callerText));
    step.say(Text.NOT_COVERED);
    if (!step.escalates(new EscalationInput.NotCovered(state.turn, "not covered"), false)) {
      finish(step);
    }
  }

  /** Ends an answer; a read-back that an aside has interrupted is asked again. */
  void finish(Step step) {
    ConversationState.ReadBack open = step.state.readBack;
    if (step.state.askReadBackAgain && open != null) {
      tools.readBack(step, open.text(), open.call());
    }
    step.state.askReadBackAgain = false;
    step.done();
  }

  void failed(Step step, String how) {
    ConversationState state = step.state;
    step.act(new ConversationAction.StopModel());
    step.nextGeneration();
    boolean dangling = !state.begun.isEmpty(); // half a sentence is no answer
    state.begun = "";
    boolean more = !state.reserve && (!state.spoken || dangling);
    step.append(
        new DialogEvent.PartDegraded(
            "model",
            how + (more ? "; built-in model stands in" : state.spoken ? "; cut short" : "")));
    if (more) {
      state.reserve = true;
      ask(step, state.rounds > 0);
    } else if (state.spoken) {
      finish(step);
    } else if (!step.escalates(new EscalationInput.PartFailed("model"), false)) {
      step.say(Text.TRANSFER_WAIT); // nothing fired because a person is coming already
      step.done();
    }
  }
}
