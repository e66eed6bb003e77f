package org.cordboard.dialog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cordboard.dialog.ConversationState.Asked;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.ledger.Commit;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.Text;
import org.cordboard.dialog.privacy.SpokenDigits;
import org.cordboard.dialog.tools.Authority;
import org.cordboard.dialog.tools.Decision;
import org.cordboard.dialog.tools.Level;
import org.cordboard.dialog.tools.ToolCall;
import org.cordboard.dialog.tools.ToolDefinition;
import org.cordboard.dialog.understanding.TurnReading;
import org.jspecify.annotations.Nullable;

/**
 * Tools. A request becomes a call when its arguments are complete and were said by the caller; it
 * is looked up, passes the {@link Authority}, is read back and confirmed when it is irreversible,
 * goes on the ledger as intended, is done once, and goes on the ledger as finished.
 */
final class ToolPolicy {
  static final String LEAVE_MESSAGE = "leave_message";
  private static final String STORE = "store";
  private static final String MESSAGES = "messages"; // the backend

  private final ToolResults results = new ToolResults();
  private final Fillers fillers;

  ToolPolicy(Fillers fillers) {
    this.fillers = fillers;
  }

  /** True when the question asked was for the words of a message. */
  static boolean takesMessage(@Nullable Asked asked) {
    return asked != null && asked.tool().equals(LEAVE_MESSAGE);
  }

  /** True when a message can be taken and promised. */
  static boolean canTakeMessage(Step step) {
    return !step.state.storeDegraded && step.script.tools().find(LEAVE_MESSAGE).isPresent();
  }

  /**
   * True when this turn is the number that a tool's question asked for and nothing else: the tool
   * gets it, and the caller need not wait for a model to say so.
   */
  static boolean isNumberAsked(Step step, TurnReading reading) {
    ConversationState state = step.state;
    Asked asked = state.asked;
    boolean otherWish =
        !reading.intent().equals(TurnReading.UNKNOWN) && !reading.intent().equals(state.topic);
    if (asked == null || otherWish || !isNumber(state.pieces.words())) {
      return false;
    }
    return step.script
        .tools()
        .find(asked.tool())
        .map(tool -> tool.parameters().get(asked.parameter()))
        .filter(parameter -> parameter.digits() && state.fresh.equals(Set.of(parameter.slot())))
        .isPresent();
  }

  private static boolean isNumber(String words) {
    List<SpokenDigits.Run> runs = SpokenDigits.find(words);
    if (runs.size() != 1) {
      return false;
    }
    String around = words.substring(0, runs.get(0).start()) + words.substring(runs.get(0).end());
    return around.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Somebody, a model as a rule, wants a tool used. */
  void request(Step step, String name, Map<String, String> wanted, ModelPolicy model) {
    Optional<ToolDefinition> found = step.script.tools().find(name);
    if (found.isEmpty()) {
      model.failed(step, "asked for a tool that does not exist");
      return;
    }
    ToolDefinition tool = found.get();
    if (name.equals(LEAVE_MESSAGE) && !canTakeMessage(step)) {
      step.excuse(Text.NO_MESSAGE, "R17");
      step.failing(STORE);
      return;
    }
    Map<String, String> arguments = new TreeMap<>();
    for (Map.Entry<String, ToolDefinition.Parameter> entry : tool.parameters().entrySet()) {
      ToolDefinition.Parameter parameter = entry.getValue();
      String value = value(step.state, parameter, wanted.getOrDefault(entry.getKey(), ""));
      if (!parameter.accepts(value)) {
        step.ask(tool.name(), entry.getKey(), parameter.ask());
        step.done();
        return;
      }
      arguments.put(entry.getKey(), value);
    }
    ToolCall call = ToolCall.of(step.call.call(), tool.name(), arguments);
    if (running(step.state, call)) {
      step.say(step.inTurn(Text.FILLER, ++step.state.bridged), Expecting.ANYTHING, Step.playbook());
      step.done();
      return;
    }
    step.state.lastTool = tool.name();
    fillers.watch(step);
    step.act(new ConversationAction.LookUp(call, step.nextGeneration()));
  }

  private static boolean running(ConversationState state, ToolCall call) {
    return agreed(state, call) || intended(state, call);
  }

  private static boolean agreed(ConversationState state, ToolCall call) {
    return state.confirmed != null && state.confirmed.key().equals(call.key());
  }

  private static boolean intended(ConversationState state, ToolCall call) {
    return state.intended != null && state.intended.key().equals(call.key());
  }

  /** An argument counts only when the caller has said it; else what the caller said last does. */
  private static String value(
      ConversationState state, ToolDefinition.Parameter parameter, String wanted) {
    if (takesWords(parameter)) {
      return wanted.trim();
    }
    String plain = parameter.digits() ? wanted.replaceAll("[\\s,.-]", "") : wanted.trim();
    String latest = state.slots.getOrDefault(parameter.slot(), "");
    if (state.fresh.contains(parameter.slot())) {
      return latest; // corrected
    }
    return state.given.getOrDefault(parameter.slot(), Set.of()).stream()
        .filter(plain::equalsIgnoreCase)
        .findFirst()
        .orElse(latest);
  }

  private static boolean takesWords(ToolDefinition.Parameter parameter) {
    return parameter.slot().equals("message");
  }

  /** Goes on with a call that was confirmed before a crash. */
  void complete(Step step, ToolCall call) {
    step.state.lastTool = call.tool();
    step.act(new ConversationAction.LookUp(call, step.state.generation));
  }

  /** Reads back what is about to be done, and expects yes or no. */
  void readBack(Step step, String text, ToolCall call) {
    step.say(text, Expecting.YES_NO, new Why(Why.Source.TOOL, call.tool()));
  }

  void found(Step step, ConversationEvent.FactsFound found) {
    ConversationState state = step.state;
    ToolCall call = found.call();
    boolean agreed = agreed(state, call);
    boolean intended = intended(state, call);
    Optional<ToolDefinition> known = step.script.tools().find(call.tool());
    if (known.isEmpty() || (!agreed && !intended && found.generation() != state.generation)) {
      return;
    }
    ToolDefinition tool = known.get();
    Map<String, String> facts = found.facts();
    boolean exists = facts.getOrDefault(Authority.FOUND, "").equals("true");
    state.identified |= exists && !tool.backend().equals(MESSAGES); // which knows nobody
    if (intended) {
      state.doubtful.add(call.key()); // another process may have come further
      step.act(new ConversationAction.Perform(call, state.generation, facts)); // again, or the rest
      return;
    }
    Level level = state.identified ? Level.IDENTIFIED : Level.UNKNOWN;
    LocalDate today =
        LocalDate.ofInstant(step.now, step.script.playbook().company().hours().timeZone());
    Decision decision =
        Authority.decide(
            tool, facts, new Authority.Standing(level, agreed, !state.storeDegraded, today));
    if (decision instanceof Decision.Allowed) {
      allowed(step, tool, call, facts);
    } else if (decision instanceof Decision.NeedsConfirmation needs) {
      state.unclearAnswers = 0;
      step.append(
          new DialogEvent.ConfirmationAsked(
              call.key(), call.tool(), call.arguments(), needs.readBack()));
      readBack(step, needs.readBack(), call);
      step.done();
    } else if (decision instanceof Decision.Refused refused) {
      refused(step, tool, call, facts, refused.spoken(), exists);
    } else if (decision instanceof Decision.NotIdentified) {
      closed(step, call, facts, "refused: the caller is not identified");
      step.excuse(Text.NOT_IDENTIFIED, call.tool());
      step.done();
    } else if (decision instanceof Decision.NotDurable) {
      results.notDone(step, tool, call, false);
    } else if (decision instanceof Decision.Escalate up) {
      closed(step, call, facts, up.reason());
      step.say(up.spoken(), Expecting.ANYTHING, new Why(Why.Source.RULE, up.rule()));
      state.excused = true;
      String skill = step.script.playbook().intent(state.topic).map(Intent::skill).orElse("");
      step.fire(new Escalation(up.rule(), Escalation.Effect.TRANSFER_NOW, up.reason(), skill));
    }
  }

  /** Nothing is known of what a call is about: nothing was done, unless it was begun before. */
  void notFound(Step step, ConversationEvent.LookUpFailed failed) {
    ToolCall call = failed.call();
    boolean begun = intended(step.state, call);
    boolean stale = failed.generation() != step.state.generation;
    Optional<ToolDefinition> tool = step.script.tools().find(call.tool());
    if (begun) {
      step.state.doubtful.add(call.key());
    }
    tool.ifPresent(
        known -> results.notDone(step, known, call, stale && !begun && !agreed(step.state, call)));
  }

  private static void allowed(
      Step step, ToolDefinition tool, ToolCall call, Map<String, String> facts) {
    DialogEvent intent = new DialogEvent.ToolIntended(call.key(), call.tool(), call.arguments());
    if (tool.irreversible()) {
      step.commit(intent, new AfterCommit.Intended(call, facts));
    } else {
      step.append(intent);
      step.act(new ConversationAction.Perform(call, step.state.generation, facts));
    }
  }

  private static void refused(
      Step step,
      ToolDefinition tool,
      ToolCall call,
      Map<String, String> facts,
      String spoken,
      boolean exists) {
    closed(step, call, facts, "refused: " + spoken);
    if (exists) {
      step.say(spoken, Expecting.ANYTHING, new Why(Why.Source.TOOL, call.tool()));
      step.done();
      return;
    }
    step.state.wrongNumbers++;
    tool.parameters().values().forEach(parameter -> step.state.slots.remove(parameter.slot()));
    boolean enough = step.state.wrongNumbers >= step.script.settings().wrongNumbers();
    EscalationInput unknown = new EscalationInput.NotCovered(step.state.turn, "number not on file");
    if (enough && step.escalates(unknown, false)) {
      return;
    }
    tool.parameters().keySet().stream()
        .findFirst()
        .ifPresent(parameter -> step.ask(tool.name(), parameter, spoken));
    step.done();
  }

  /** Ends a call that was not made, for the record. */
  private static void closed(Step step, ToolCall call, Map<String, String> facts, String why) {
    step.append(new DialogEvent.ToolFinished(call.key(), call.tool(), false, facts, why));
  }

  void committed(Step step, AfterCommit next, Commit commit) {
    if (next instanceof AfterCommit.Finished finished) {
      results.tell(step, finished);
      return;
    }
    ToolCall call = null;
    if (next instanceof AfterCommit.Confirmed confirmed) {
      call = confirmed.call();
      if (commit == Commit.DURABLE) {
        fillers.watch(step);
        step.act(new ConversationAction.LookUp(call, step.state.generation));
        return;
      }
    } else if (next instanceof AfterCommit.Intended intended) {
      call = intended.call();
      if (commit == Commit.DURABLE) {
        step.act(new ConversationAction.Perform(call, step.state.generation, intended.facts()));
        return;
      }
    }
    ToolCall stopped = call;
    if (stopped != null) {
      step.script
          .tools()
          .find(stopped.tool())
          .ifPresent(tool -> results.notDone(step, tool, stopped, false));
    }
  }

  void answered(Step step, ConversationEvent.ToolAnswered answered, ModelPolicy model) {
    results.answered(step, answered, model);
  }
}
