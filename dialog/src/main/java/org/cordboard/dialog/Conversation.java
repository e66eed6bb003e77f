package org.cordboard.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cordboard.dialog.understanding.TurnReading;

/**
 * One call's conversation as a decision: {@code (state, event, now) → state + actions}. Pure: no
 * input or output, no clock, no randomness; the {@link DialogDriver} does what comes out. It routes
 * events to the policies, each of which answers for one kind of thing:
 *
 * <table>
 * <caption>Who decides what</caption>
 * <tr><td>{@link Opening}</td><td>greeting, notices, going on after a crash</td></tr>
 * <tr><td>{@link TurnPolicy}</td><td>a caller's turn: rules, then signals, then what was asked, then
 *     the model</td></tr>
 * <tr><td>{@link Remarks}</td><td>"are you a robot?", repeat, slower, goodbye …</td></tr>
 * <tr><td>{@link Answers}</td><td>yes and no to read-backs and offers</td></tr>
 * <tr><td>{@link ModelPolicy}</td><td>what the model writes and asks for</td></tr>
 * <tr><td>{@link ToolPolicy}</td><td>tools: authority, confirmation, once only</td></tr>
 * <tr><td>{@link PersonPolicy}</td><td>escalation, waiting for a person, coming back</td></tr>
 * <tr><td>{@link Fillers}</td><td>a few words while an answer is late</td></tr>
 * <tr><td>{@link Troubles}</td><td>silence, nothing understood, failing parts</td></tr>
 * </table>
 */
final class Conversation {
  /** The reading of a turn of which nothing is known. */
  static final TurnReading NOTHING_READ =
      new TurnReading(
          TurnReading.UNKNOWN,
          0,
          List.of(),
          Map.of(),
          TurnReading.Mood.CALM,
          Set.of(),
          TurnReading.Answer.NEITHER);

  private final Script script;
  private final CallContext call;
  private final LedgerFold fold;
  private final Opening opening = new Opening();
  private final PersonPolicy person = new PersonPolicy();
  private final Fillers fillers = new Fillers();
  private final ToolPolicy tools = new ToolPolicy(fillers);
  private final ModelPolicy model = new ModelPolicy(tools);
  private final Answers answers = new Answers(tools, model);
  private final TurnPolicy turns = new TurnPolicy(new Remarks(), answers, model, person);
  private final Troubles troubles = new Troubles(opening);

  Conversation(Script script, CallContext call) {
    this.script = script;
    this.call = call;
    this.fold = new LedgerFold(script.playbook(), script.tools());
  }

  /** What an event led to. */
  record Outcome(ConversationState state, List<ConversationAction> actions) {}

  /** The state that a ledger's events amount to. */
  ConversationState recall(List<DialogEvent> events) {
    ConversationState state = new ConversationState();
    events.forEach(event -> fold.apply(state, event));
    if (!state.said.isEmpty()) {
      state.expecting = state.said.get(state.said.size() - 1).expecting();
    }
    return state;
  }

  /** Takes one event in. */
  Outcome on(ConversationState state, ConversationEvent event, Instant now) {
    Step step = new Step(state, script, call, fold, now);
    if (!state.closed) {
      decide(step, event);
    }
    return new Outcome(step.state, step.actions());
  }

  private void decide(Step step, ConversationEvent event) {
    if (event instanceof ConversationEvent.Started) {
      opening.greet(step);
    } else if (event instanceof ConversationEvent.Resumed) {
      opening.resume(step, tools);
    } else if (event instanceof ConversationEvent.TurnTaken taken) {
      turns.taken(step, taken.turn());
    } else if (event instanceof ConversationEvent.TurnUnderstood understood) {
      if (understood.generation() == step.state.generation) {
        turns.understood(step, understood.reading());
      }
    } else if (event instanceof ConversationEvent.Committed committed) {
      committed(step, committed);
    } else if (event instanceof ConversationEvent.Interrupted) {
      turns.interrupted(step);
    } else if (event instanceof ConversationEvent.Heard heard) {
      opening.heard(step, heard);
    } else if (event instanceof ConversationEvent.Silent silent) {
      troubles.silent(step, silent.times());
    } else if (event instanceof ConversationEvent.NotUnderstood not) {
      troubles.notUnderstood(step, not.engineFailed());
    } else if (event instanceof ConversationEvent.Disturbed) {
      troubles.disturbed(step);
    } else if (event instanceof ConversationEvent.Noisy) {
      troubles.noisy(step);
    } else if (event instanceof ConversationEvent.LineChanged changed) {
      Troubles.line(step.state, changed.now());
    } else if (event instanceof ConversationEvent.Degraded degraded) {
      troubles.degraded(step, degraded.part());
    } else if (event instanceof ConversationEvent.Delayed) {
      troubles.delayed(step);
    } else if (event instanceof ConversationEvent.StoreChanged store) {
      troubles.store(step, store.degraded());
    } else if (event instanceof ConversationEvent.TransferStarted) {
      step.state.waiting = true;
    } else if (event instanceof ConversationEvent.TransferReturned returned) {
      person.returned(step, returned.reason());
    } else if (event instanceof ConversationEvent.Hinted hinted) {
      step.state.hint = hinted.text();
    } else if (event instanceof ConversationEvent.Closed) {
      step.state.closed = true;
      step.act(new ConversationAction.StopModel());
    } else {
      worked(step, event);
    }
  }

  /** Answers to work that was asked for. */
  private void worked(Step step, ConversationEvent event) {
    long current = step.state.generation;
    if (event instanceof ConversationEvent.FactsFound found) {
      tools.found(step, found);
    } else if (event instanceof ConversationEvent.LookUpFailed failed) {
      tools.notFound(step, failed);
    } else if (event instanceof ConversationEvent.ToolAnswered answered) {
      tools.answered(step, answered, model);
    } else if (event instanceof ConversationEvent.PassagesFound found) {
      if (found.generation() == current) {
        step.state.passages = found.passages();
      }
    } else if (event instanceof ConversationEvent.ModelText text) {
      if (text.generation() == current) {
        model.text(step, text.delta());
      }
    } else if (event instanceof ConversationEvent.ModelAnswered answered) {
      if (answered.generation() == current) {
        model.answered(step, answered.requests());
      }
    } else if (event instanceof ConversationEvent.ModelFailed failed) {
      if (failed.generation() == current) {
        model.failed(step, failed.how());
      }
    } else if (event instanceof ConversationEvent.ModelSlow slow) {
      if (slow.generation() == current) {
        fillers.late(step);
      }
    } else if (event instanceof ConversationEvent.LookedAgain looked) {
      fillers.lookedAgain(step, looked.turn());
    }
  }

  private void committed(Step step, ConversationEvent.Committed committed) {
    switch (committed.commit()) {
      case FENCED -> {
        step.state.closed = true; // another process speaks with the caller now
        step.act(new ConversationAction.StopModel());
      }
      case DURABLE, MEMORY -> {
        AfterCommit next = committed.next();
        if (next instanceof AfterCommit.Escalating escalating) {
          person.escalate(step, escalating.escalation());
        } else {
          tools.committed(step, next, committed.commit());
        }
      }
    }
  }
}
