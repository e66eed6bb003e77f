package org.cordboard.dialog;

import java.util.List;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.playbook.Text;
import org.cordboard.dialog.tools.ToolCall;

/**
 * The first words, the notices that must be heard (R2), and going on after a crash. A notice counts
 * when it was heard to its end; until then it is said again in the next answer.
 */
final class Opening {
  private static final String AI = "ai";
  private static final String RECORDING = "recording";
  private static final Why RULE = new Why(Why.Source.RULE, "R2");

  void greet(Step step) {
    step.append(
        new DialogEvent.DialogStarted(
            step.script.playbook().company().name(),
            step.script.playbook().version(),
            step.call.language().toLanguageTag()));
    owed(step);
    step.say(Text.OPENING_QUESTION);
    step.done();
  }

  /** Says every notice that was not heard and is not being played. */
  void owed(Step step) {
    notice(step, AI, Text.GREETING);
    if (step.call.recorded()) {
      notice(step, RECORDING, Text.RECORDING_NOTICE);
    }
  }

  private static void notice(Step step, String notice, Text text) {
    if (step.state.noticesHeard.contains(notice)
        || step.state.noticePrompts.containsValue(notice)) {
      return;
    }
    long id = step.say(step.script.playbook().company().say(text), Expecting.ANYTHING, RULE);
    step.state.noticePrompts.put(id, notice);
  }

  void heard(Step step, ConversationEvent.Heard heard) {
    step.append(new DialogEvent.PromptHeard(heard.prompt(), heard.text(), heard.whole()));
    step.state.quietSince = step.now;
    String notice = step.state.noticePrompts.remove(heard.prompt());
    if (notice != null && heard.whole()) {
      step.append(new DialogEvent.NoticeHeard(notice));
    }
  }

  /** The line was interrupted: what was promised is completed, what was asked is asked again. */
  void resume(Step step, ToolPolicy tools) {
    ConversationState state = step.state;
    if (!state.started) {
      greet(step);
      return;
    }
    ToolCall open = state.intended != null ? state.intended : state.confirmed;
    ConversationState before = state.copy();
    List<Said> last = List.copyOf(state.said.isEmpty() ? state.saidBefore : state.said);
    step.aside(Text.RESUMED);
    owed(step);
    if (open != null) {
      tools.complete(step, open);
    } else if (state.escalated != null) {
      Escalation again = state.escalated;
      PersonPolicy.bringIn(step, again);
      step.done();
    } else if (state.readBack != null) {
      tools.readBack(step, state.readBack.text(), state.readBack.call());
      step.done();
    } else {
      if (last.isEmpty()) {
        step.say(Text.OPENING_QUESTION);
      } else {
        Said latest = last.get(last.size() - 1);
        boolean aside = LedgerFold.aside(latest.why());
        step.repeat(List.of(aside ? Reprompts.open(before).orElse(latest) : latest));
      }
      step.done();
    }
  }
}
