package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.ConversationState.Asked;
import org.cordboard.dialog.ConversationState.ReadBack;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.Escalation.Effect;
import org.cordboard.dialog.escalation.EscalationState;
import org.cordboard.dialog.playbook.Intent;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.tools.ToolCall;
import org.cordboard.dialog.tools.ToolCatalog;
import org.cordboard.dialog.tools.ToolDefinition;

/**
 * Takes one ledger event into a conversation's state. Live and after a crash it is the same code:
 * what a conversation knows is what its ledger says.
 */
final class LedgerFold {
  /** The source detail of prompts that mean something to the fold. */
  static final String ABUSE_WARNING = "R41 abuse";

  static final String ANYTHING_ELSE = "anything else";
  static final String MESSAGE_OFFER = "offer of a message";
  static final String RETURNED = "transfer returned";
  static final String ASIDE = "aside";
  private static final String ASK = "?"; // tool?parameter
  private static final Set<String> ASIDES = // what leaves the question open that was asked before
      Set.of(ASIDE, Troubles.SILENCE, Troubles.UNCLEAR, Troubles.LINE, "R2");

  private final Playbook playbook;
  private final ToolCatalog tools;

  LedgerFold(Playbook playbook, ToolCatalog tools) {
    this.playbook = playbook;
    this.tools = tools;
  }

  /** Changes {@code state} by {@code event}. */
  void apply(ConversationState state, DialogEvent event) {
    if (event instanceof DialogEvent.DialogStarted) {
      state.started = true;
    } else if (event instanceof DialogEvent.LanguageChanged) {
      state.noticesHeard.clear();
      state.noticePrompts.clear();
    } else if (event instanceof DialogEvent.CallerSaid said) {
      callerSaid(state, said);
    } else if (event instanceof DialogEvent.Understood understood) {
      understood(state, understood);
    } else if (event instanceof DialogEvent.AgentSaid said) {
      agentSaid(state, said);
    } else if (event instanceof DialogEvent.PromptHeard heard) {
      state.heardPrompt = Math.max(state.heardPrompt, heard.prompt());
      if (!heard.whole()) {
        state.cutOff.put(heard.prompt(), heard.text());
      }
    } else if (event instanceof DialogEvent.NoticeHeard heard) {
      state.noticesHeard.add(heard.notice());
    } else if (event instanceof DialogEvent.EscalationFired fired) {
      escalated(state, fired);
    } else if (event instanceof DialogEvent.ConfirmationAsked asked) {
      ToolCall call = new ToolCall(asked.key(), asked.tool(), asked.arguments());
      state.readBack = new ReadBack(call, asked.readBack());
    } else if (event instanceof DialogEvent.ConfirmationGiven given) {
      if (given.yes() && state.readBack != null) {
        state.confirmed = state.readBack.call();
      }
      state.readBack = null;
    } else if (event instanceof DialogEvent.ToolIntended intended) {
      state.intended = new ToolCall(intended.key(), intended.tool(), intended.arguments());
    } else if (event instanceof DialogEvent.ToolFinished finished) {
      finished(state, finished.key());
    }
  }

  private static void callerSaid(ConversationState state, DialogEvent.CallerSaid said) {
    state.turn = said.turn();
    state.callerText = said.text();
    state.cutOff.clear();
    if (!state.said.isEmpty()) {
      state.saidBefore = state.said;
      state.said = new ArrayList<>();
    }
  }

  private void understood(ConversationState state, DialogEvent.Understood understood) {
    playbook
        .intent(understood.intent())
        .filter(intent -> intent.action() instanceof IntentAction.Tool)
        .ifPresent(intent -> state.topic = intent.name());
    for (Map.Entry<String, String> slot : understood.slots().entrySet()) {
      state.slots.put(slot.getKey(), slot.getValue());
      state.given.computeIfAbsent(slot.getKey(), name -> new HashSet<>()).add(slot.getValue());
    }
  }

  /** True of a prompt that leaves the question open that was asked before. */
  static boolean aside(Why why) {
    return ASIDES.contains(why.detail());
  }

  /** True of a prompt that asks for a tool's parameter. */
  static boolean asks(Why why) {
    return asked(why.detail()) != null;
  }

  private void agentSaid(ConversationState state, DialogEvent.AgentSaid said) {
    state.prompts = said.prompt();
    Why why = new Why(source(said.source()), said.detail());
    if (aside(why)) {
      state.said.add(new Said(said.prompt(), said.text(), expecting(state, state.asked), why));
      return;
    }
    Asked asked = asked(said.detail());
    state.asked = asked;
    if (asked != null) {
      state.topic = topic(state.topic, asked.tool());
    }
    state.messageOffered = said.detail().equals(MESSAGE_OFFER);
    if (state.offer != null && offers(state.offer, said.detail())) {
      state.offerTurn = state.turn; // once more
    } else if (state.turn > state.offerTurn) {
      state.offer = null; // it was answered, or let pass
    }
    if (said.detail().equals(RETURNED) || state.messageOffered) {
      state.escalated = null;
    }
    if (said.detail().equals(ABUSE_WARNING)) {
      state.abuse++;
    }
    state.said.add(new Said(said.prompt(), said.text(), expecting(state, asked), why));
  }

  private static boolean offers(Escalation offer, String detail) {
    return detail.equals(offer.rule()) || detail.equals(RETURNED);
  }

  /** What is talked about once a tool's question was asked: the wish that the tool serves. */
  private String topic(String topic, String tool) {
    List<Intent> served =
        playbook.intents().stream()
            .filter(
                intent ->
                    intent.action() instanceof IntentAction.Tool use && use.name().equals(tool))
            .toList();
    boolean kept =
        served.isEmpty() || served.stream().anyMatch(intent -> intent.name().equals(topic));
    return kept ? topic : served.get(0).name();
  }

  private Expecting expecting(
      ConversationState state, @org.jspecify.annotations.Nullable Asked asked) {
    if (asked != null) {
      return expecting(asked);
    }
    boolean yesNo = state.readBack != null || state.offer != null || state.messageOffered;
    return yesNo ? Expecting.YES_NO : Expecting.ANYTHING;
  }

  /** What the answer to the question for a parameter looks like. */
  Expecting expecting(Asked asked) {
    return tools
        .find(asked.tool())
        .flatMap(tool -> Optional.ofNullable(tool.parameters().get(asked.parameter())))
        .map(ToolDefinition.Parameter::expecting)
        .orElse(Expecting.ANYTHING);
  }

  /** The detail that marks a prompt as asking for a parameter. */
  static String asking(String tool, String parameter) {
    return tool + ASK + parameter;
  }

  private static @org.jspecify.annotations.Nullable Asked asked(String detail) {
    int at = detail.indexOf(ASK);
    return at < 1 ? null : new Asked(detail.substring(0, at), detail.substring(at + 1));
  }

  private static Why.Source source(String written) {
    try {
      return Why.Source.valueOf(written.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException newer) {
      return Why.Source.MODEL;
    }
  }

  private static void escalated(ConversationState state, DialogEvent.EscalationFired fired) {
    Effect effect = Effect.valueOf(fired.effect().toUpperCase(Locale.ROOT).replace('-', '_'));
    Escalation escalation = new Escalation(fired.rule(), effect, fired.reason(), "");
    if (effect == Effect.OFFER) {
      state.offer = escalation;
      state.offerTurn = fired.turn();
      state.escalation = offered(state.escalation, fired.rule());
      return;
    }
    state.offer = null;
    state.readBack = null;
    state.escalated = escalation;
    state.danger |= effect == Effect.FIRST_IN_LINE;
  }

  private static EscalationState offered(EscalationState state, String rule) {
    HashSet<String> offered = new HashSet<>(state.offered());
    offered.add(rule);
    return new EscalationState(
        offered,
        state.unclear(),
        state.issueSince(),
        state.issueTurns(),
        state.questions(),
        state.angers());
  }

  private static void finished(ConversationState state, String key) {
    if (state.confirmed != null && state.confirmed.key().equals(key)) {
      state.confirmed = null;
    }
    if (state.intended != null && state.intended.key().equals(key)) {
      state.intended = null;
    }
  }
}
