package org.cordboard.dialog;

import java.util.List;
import java.util.Locale;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.playbook.Text;

/**
 * Silence, words that nothing could be made of, and parts that fail: degrades towards a person.
 *
 * <table>
 * <caption>Silences in a row</caption>
 * <tr><td>1</td><td>asks whether the caller is there, and the last question again</td></tr>
 * <tr><td>2</td><td>asks in other words: by keypad where digits, or yes and no, are expected</td></tr>
 * <tr><td>3</td><td>tells how to get a person</td></tr>
 * <tr><td>4</td><td>a person, when one was offered; else the end (R41). After danger words never the
 *     end</td></tr>
 * </table>
 *
 * <p>While the recogniser fails, noise drowns what is said, or the line brings nothing that can be
 * heard, the second brings a person.
 */
final class Troubles {
  static final String SILENCE = "R41 silence";
  static final String UNCLEAR = "not understood";
  private static final String STORE = "store";
  static final String RECOGNISER = "recogniser";
  static final String LINE = "line";
  private static final int PROMPTS = 3; // before silence ends a call (R41)
  private static final int DOUBT = 1; // silences that are believed while we may not hear
  private static final String UNHEARD = ", and the caller may be speaking";
  private static final String SILENT_SINCE = "; silent since a person was offered";
  private static final int PATIENCE = 2; // silences that are let pass after "hold on"

  private final Opening opening;

  Troubles(Opening opening) {
    this.opening = opening;
  }

  void silent(Step step, int inARow) {
    ConversationState state = step.state;
    if (state.waiting || state.escalated != null) {
      state.silencesLetPass = inARow;
      return; // the AI speaks only when spoken to
    } else if (state.answering) {
      return; // it is about to speak anyway
    }
    int times = inARow - state.silencesLetPass - (state.holding ? PATIENCE : 0);
    if ((state.noisy || state.lost) && !state.noiseTold) {
      noise(step);
      return;
    } else if (state.danger) {
      PersonPolicy.emergency(step);
    } else if ((state.deaf || state.noisy || state.lost) && times > DOUBT) {
      String why =
          (state.deaf
                  ? "the recogniser fails"
                  : state.lost ? "the line brings nothing" : "there is only noise")
              + UNHEARD;
      step.fire(new Escalation("R17", Escalation.Effect.TRANSFER_NOW, why, ""));
      return;
    } else if (times > PROMPTS && state.offer != null) {
      Escalation offered = state.offer; // wanted by a rule: a person may hear what we cannot
      String reason = offered.reason() + SILENT_SINCE;
      step.fire(
          new Escalation(offered.rule(), Escalation.Effect.TRANSFER_NOW, reason, offered.skill()));
      return;
    } else if (times > PROMPTS) {
      step.say(Text.SILENCE_END);
      step.out(new DialogAction.HangUp("silence"));
    } else if (times > 0) {
      marked(step, Text.SILENCE, times, SILENCE);
      if (times == 1) {
        Reprompts.again(step, false, SILENCE);
      } else if (times < PROMPTS) {
        otherwise(step, SILENCE);
      }
    }
    step.done();
  }

  void notUnderstood(Step step, boolean engineFailed) {
    ConversationState state = step.state;
    step.nextGeneration();
    step.act(new ConversationAction.StopModel());
    state.notUnderstood++;
    state.deaf |= engineFailed;
    EscalationInput input =
        engineFailed
            ? new EscalationInput.PartFailed(RECOGNISER)
            : new EscalationInput.TurnRead(
                state.turn, Answers.toMessage(state, Conversation.NOTHING_READ), "");
    if (step.escalates(input, false)) {
      return;
    }
    unclear(step, state.notUnderstood);
  }

  /** Says that nothing could be made of what was said, and the question again. */
  static void unclear(Step step, int times) {
    if (Reprompts.certain(step.state) && Reprompts.exhausted(step.state)) {
      Reprompts.end(step);
      return;
    }
    marked(step, Text.NOT_UNDERSTOOD, times, UNCLEAR);
    if (times == 1 || !keypad(step, UNCLEAR)) {
      Reprompts.again(step, times > 1, UNCLEAR);
    }
    step.done();
  }

  /** What stopped us was no word: what was not heard is said from the sentence on it broke into. */
  void disturbed(Step step) {
    ConversationState state = step.state;
    List<Said> unheard =
        state.said.stream()
            .filter(said -> state.cutOff.containsKey(said.id()))
            .map(said -> rest(said, state.cutOff.getOrDefault(said.id(), ""), step.call.language()))
            .filter(said -> !said.text().isEmpty())
            .toList();
    state.cutOff.clear();
    int before = state.said.size();
    opening.owed(step);
    List<String> notices = state.said.stream().skip(before).map(Said::text).toList();
    step.repeat(unheard.stream().filter(said -> !notices.contains(said.text())).toList());
    if (state.said.size() == before) {
      Reprompts.again(step, false, UNCLEAR);
    }
    step.done();
  }

  /** From the beginning of the sentence that {@code heard} ends in. */
  private static Said rest(Said said, String heard, Locale language) {
    int from = 0;
    for (String sentence : Sentences.all(said.text(), language)) {
      int end = said.text().indexOf(sentence, from) + sentence.length();
      if (end > heard.length()) {
        break;
      }
      from = end;
    }
    String rest = said.text().substring(Math.min(from, said.text().length())).strip();
    return new Said(said.id(), rest, said.expecting(), said.why());
  }

  /** The caller may be speaking and not be heard: told now, or in the silence after the answer. */
  void noisy(Step step) {
    ConversationState state = step.state;
    state.noisy = true;
    state.noiseTold = false;
    if (state.answering) {
      return;
    } else if (state.waiting || state.escalated != null) {
      step.done();
    } else {
      noise(step);
    }
  }

  /**
   * The line has changed. Nothing is said at once: words that come show that the caller is heard,
   * and the first silence is not believed.
   */
  static void line(ConversationState state, LineState now) {
    boolean told = state.noiseTold && (state.noisy || state.lost);
    state.lost = now == LineState.LOST;
    state.noisy = now == LineState.NOISY || (state.noisy && told);
    state.noiseTold = told && (state.noisy || state.lost);
  }

  /**
   * What was drowned of the notices, what is the matter, and the keys where they answer what was
   * asked; else a person, on offer the first time.
   */
  private void noise(Step step) {
    step.state.noiseTold = true;
    opening.owed(step);
    if (step.state.danger) {
      PersonPolicy.emergency(step);
      step.done();
      return;
    }
    if (!step.state.lost) {
      step.excuse(Text.NOISE, LINE);
    }
    boolean keys = !step.state.lost && keypad(step, LINE);
    if (!keys && step.escalates(new EscalationInput.PartFailed(LINE), false)) {
      return;
    }
    step.done();
  }

  /**
   * A part fails. The caller is told once, when no other question is open; of the store only when
   * it hinders something, since looking up and answering go on without it.
   */
  void degraded(Step step, String part) {
    if (part.equals(STORE)) {
      store(step, true);
      return;
    }
    step.append(new DialogEvent.PartDegraded(part, "person offered"));
    if (step.state.answering || !step.mayOffer()) {
      step.state.trouble = part;
    } else {
      step.escalates(new EscalationInput.PartFailed(part), false);
    }
  }

  /** Covers a wait that a failing part has caused, unless somebody speaks anyway. */
  void delayed(Step step) {
    ConversationState state = step.state;
    if (!state.waiting && state.escalated == null && !state.answering) {
      step.aside(step.inTurn(Text.FILLER, ++state.bridged)); // the question is still open
    }
  }

  void store(Step step, boolean degraded) {
    boolean news = degraded && !step.state.storeDegraded;
    step.state.storeDegraded = degraded;
    if (news) {
      step.append(new DialogEvent.PartDegraded(STORE, "no effects until it answers"));
    }
  }

  private static void marked(Step step, Text text, int times, String detail) {
    step.say(
        step.script.playbook().company().say(text, times),
        Expecting.ANYTHING,
        new Why(Why.Source.RULE, detail));
  }

  /** The question in other words. */
  private static void otherwise(Step step, String detail) {
    if (keypad(step, detail)) {
      return;
    }
    if (Reprompts.certain(step.state)) {
      Reprompts.again(step, true, detail);
    } else {
      marked(step, Text.REPHRASE, 1, detail);
    }
  }

  /** Offers the keypad; false when keys would not answer what was asked. */
  static boolean keypad(Step step, String detail) {
    Expecting expecting = step.state.expecting;
    switch (expecting.form()) {
      case DIGITS -> marked(step, Text.KEYPAD_DIGITS, 1, detail);
      case YES_NO -> marked(step, Text.KEYPAD_YES_NO, 1, detail);
      default -> {
        return false;
      }
    }
    return true;
  }
}
