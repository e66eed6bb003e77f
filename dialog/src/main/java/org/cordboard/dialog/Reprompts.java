package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordboard.dialog.ConversationState.Said;
import org.cordboard.dialog.escalation.Escalation;
import org.cordboard.dialog.escalation.EscalationInput;
import org.cordboard.dialog.playbook.Company;
import org.cordboard.dialog.playbook.Text;

/**
 * The question that is open, said again to a caller who has not answered it: never three times in
 * the same words.
 *
 * <table>
 * <caption>Times said again</caption>
 * <tr><td>1</td><td>as it was, or in other words where the caller has heard it</td></tr>
 * <tr><td>2</td><td>in other words</td></tr>
 * <tr><td>3</td><td>the same, and the keys that answer it, if any do</td></tr>
 * <tr><td>more</td><td>a sensible end: the carrier's keypad takes the message, the person offered
 *     comes, what was to be confirmed is left, else a person is offered</td></tr>
 * </table>
 *
 * <p>Counts anew when the caller says something that is understood.
 */
final class Reprompts {
  private static final int OTHERWISE = 2;
  private static final int KEYS = 3;
  private static final String NO_ANSWER = "; no clear answer to the offer";

  private Reprompts() {}

  /** The last thing said that asks something. */
  static Optional<Said> open(ConversationState state) {
    List<Said> all = new ArrayList<>(state.saidBefore);
    all.addAll(state.said);
    return all.stream().filter(Reprompts::asks).reduce((earlier, later) -> later);
  }

  private static boolean asks(Said said) {
    boolean asks =
        said.text().contains("?")
            || LedgerFold.asks(said.why())
            || !said.expecting().equals(Expecting.ANYTHING);
    return asks && !LedgerFold.aside(said.why());
  }

  /** True when an answer of a certain kind is waited for, not just any wish. */
  static boolean certain(ConversationState state) {
    return open(state).filter(said -> !key(said).isEmpty()).isPresent();
  }

  /** Questions of one name are one question, whatever their words; any wish has no name. */
  private static String key(Said question) {
    boolean plain = question.why().equals(Step.playbook());
    return plain ? "" : question.why().source() + " " + question.why().detail();
  }

  private static String openKey(ConversationState state) {
    return open(state).map(Reprompts::key).orElse("");
  }

  /** True when saying it once more would lead to nothing. */
  static boolean exhausted(ConversationState state) {
    return openKey(state).equals(state.reprompted) && state.reprompts >= KEYS;
  }

  /** The caller was understood: whatever is asked now is asked for the first time. */
  static void answered(ConversationState state) {
    state.reprompted = "";
    state.reprompts = 0;
  }

  /**
   * Says it again.
   *
   * @param otherwise in other words the first time, too
   * @param detail under which the keys are offered
   */
  static void again(Step step, boolean otherwise, String detail) {
    ConversationState state = step.state;
    Optional<Said> open = open(state);
    String key = openKey(state);
    int times = key.equals(state.reprompted) ? state.reprompts + 1 : 1;
    times = otherwise ? Math.max(OTHERWISE, times) : times;
    state.reprompted = key;
    state.reprompts = Math.min(KEYS, times);
    if (open.isEmpty() || key.isEmpty()) {
      anyWish(step, open, times);
      return;
    }
    Said question = open.get();
    if (times < OTHERWISE) {
      step.repeat(List.of(question));
      return;
    }
    step.say(inOtherWords(step, question, times), question.expecting(), question.why());
    if (times >= KEYS) {
      Troubles.keypad(step, detail);
    }
  }

  private static void anyWish(Step step, Optional<Said> open, int times) {
    if (times < OTHERWISE && open.isPresent()) {
      step.repeat(List.of(open.get()));
    } else if (times < KEYS && open.isPresent()) {
      step.aside(company(step).say(Text.REPHRASE));
    } else {
      step.say(times < OTHERWISE ? Text.OPENING_QUESTION : Text.CLARIFY);
    }
  }

  private static Company company(Step step) {
    return step.script.playbook().company();
  }

  private static String inOtherWords(Step step, Said question, int times) {
    ConversationState state = step.state;
    Company company = company(step);
    String detail = question.why().detail();
    int wording = times - 1;
    if (detail.equals(LedgerFold.MESSAGE_OFFER)) {
      return company.say(Text.MESSAGE_AGAIN, wording);
    } else if (state.offer != null && detail.equals(LedgerFold.RETURNED)) {
      return company.say(Text.TRY_AGAIN, wording);
    } else if (state.offer != null && detail.equals(state.offer.rule())) {
      return step.inTurn(Text.OFFER_PERSON, ++state.offers);
    } else if (state.readBack != null && question.expecting().equals(Expecting.YES_NO)) {
      return company.say(Text.CONFIRM_AGAIN, wording);
    } else if (detail.equals(LedgerFold.ANYTHING_ELSE) || detail.equals(LedgerFold.RETURNED)) {
      return step.inTurn(Text.ANYTHING_ELSE, ++state.elses);
    } else if (state.asked != null) {
      return parameter(step, state.asked, question.text());
    }
    String clarify = company.say(Text.CLARIFY);
    return question.text().equals(clarify) ? company.say(Text.OPENING_QUESTION) : clarify;
  }

  private static String parameter(Step step, ConversationState.Asked asked, String before) {
    return step.script
        .tools()
        .find(asked.tool())
        .flatMap(tool -> Optional.ofNullable(tool.parameters().get(asked.parameter())))
        .map(parameter -> parameter.askAgain(before))
        .orElse(before);
  }

  /** Asks no more. */
  static void end(Step step) {
    ConversationState state = step.state;
    boolean message = state.messageOffered || ToolPolicy.takesMessage(state.asked);
    answered(state);
    if (message) {
      step.out(new DialogAction.KeypadMenu("no clear answer to the offer to take a message"));
      step.done();
      return;
    }
    if (state.offer != null) {
      Escalation offered = state.offer;
      String reason = offered.reason() + NO_ANSWER;
      step.fire(
          new Escalation(offered.rule(), Escalation.Effect.TRANSFER_NOW, reason, offered.skill()));
      return;
    }
    if (state.readBack != null) {
      step.append(
          new DialogEvent.ConfirmationGiven(state.readBack.call().key(), false, state.turn));
    }
    EscalationInput input =
        new EscalationInput.NotCovered(state.turn, "no clear answer to a question");
    if (!step.escalates(input, false)) {
      step.say(Text.NEVER_MIND);
      step.done();
    }
  }
}
