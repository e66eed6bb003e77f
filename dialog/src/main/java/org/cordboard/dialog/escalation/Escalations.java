package org.cordboard.dialog.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.escalation.Escalation.Effect;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.TurnReading;

/**
 * Decides when a person is brought in: {@code (state, input, now) → state + escalation}. Pure; the
 * rules stand outside every prompt and no model is asked.
 *
 * <table>
 * <caption>What each rule does</caption>
 * <tr><th>rule</th><th>trigger</th><th>first time</th><th>again</th></tr>
 * <tr><td>R11</td><td>frustration, profanity, repeated complaint, rising anger</td>
 *     <td>offer</td><td>transfer now</td></tr>
 * <tr><td>R12</td><td>not understood twice running, not covered</td>
 *     <td>offer</td><td>transfer now</td></tr>
 * <tr><td>R13</td><td>same question again, many turns, much time</td>
 *     <td>offer</td><td>transfer now</td></tr>
 * <tr><td>R14</td><td>asks for a person; 0 or *0</td><td colspan="2">transfer now</td></tr>
 * <tr><td>R15</td><td>disputed charge, fraud, contact data, high value, high-stakes intent</td>
 *     <td colspan="2">transfer now</td></tr>
 * <tr><td>R16</td><td>law, death, medical, hardship, accessibility</td>
 *     <td colspan="2">transfer now</td></tr>
 * <tr><td>R16</td><td>danger to life</td><td colspan="2">first in line</td></tr>
 * <tr><td>R17</td><td>a part failed beyond its budget</td><td>offer</td><td>transfer now</td></tr>
 * </table>
 *
 * <p>When several fire, the strongest effect wins; among equals R16, R15, R14, then the rest.
 */
public final class Escalations {
  private static final List<String> PRECEDENCE =
      List.of("R16", "R15", "R14", "R17", "R11", "R13", "R12");
  private static final Set<Signal> CONVERSATIONAL =
      Set.of(
          Signal.GOODBYE,
          Signal.REPEAT,
          Signal.SLOWER,
          Signal.SPELL,
          Signal.SIMPLER,
          Signal.LOUDER,
          Signal.CORRECTION,
          Signal.NEVER_MIND,
          Signal.HOLD_ON,
          Signal.CHECKS_LINE,
          Signal.THANKS,
          Signal.ASKS_IF_AI,
          Signal.OBJECTS_TO_RECORDING);

  private final EscalationRules rules;

  /** Decides by {@code rules}. */
  public Escalations(EscalationRules rules) {
    this.rules = rules;
  }

  /** Takes one input in; inputs are handed over in the order in which they happened. */
  public EscalationStep step(EscalationState state, EscalationInput input, Instant now) {
    if (input instanceof EscalationInput.TurnRead read) {
      return turn(state, read, now);
    } else if (input instanceof EscalationInput.Keyed keyed) {
      return decide(state, keyed(keyed));
    } else if (input instanceof EscalationInput.NotCovered) {
      return decide(state, graded(state, rules.unclear().enabled(), "R12", "not covered"));
    } else if (input instanceof EscalationInput.PartFailed failed) {
      String reason = failed.part() + " is failing";
      return decide(state, graded(state, rules.failing().enabled(), "R17", reason));
    }
    return new EscalationStep(state.resolved(), Optional.empty());
  }

  private EscalationStep turn(EscalationState before, EscalationInput.TurnRead read, Instant now) {
    TurnReading reading = read.reading();
    List<Escalation> fired = new ArrayList<>(SignalRules.fired(rules, reading));
    EscalationState state = before.felt(reading.mood().anger(), rules.anger().overTurns());
    Optional<String> angry = angry(state, reading);
    if (angry.isPresent()) {
      fired.addAll(graded(state, rules.anger().enabled(), "R11", angry.get()));
      state = state.calmed();
    }
    state = state.withUnclear(understood(reading) ? 0 : state.unclear() + 1);
    if (outside(reading)) {
      fired.addAll(graded(state, rules.unclear().enabled(), "R12", "outside what it can do"));
      state = state.withUnclear(0);
    } else if (state.unclear() >= rules.unclear().turns()) {
      fired.addAll(graded(state, rules.unclear().enabled(), "R12", "not understood"));
      state = state.withUnclear(0);
    }
    state = issue(state, read, now);
    Optional<String> stuck = stuck(state, read.question(), now);
    if (stuck.isPresent()) {
      fired.addAll(graded(state, rules.stuck().enabled(), "R13", stuck.get()));
      state = state.forgetQuestion(read.question()).withIssue(Optional.of(now), 0);
    }
    return decide(state, fired);
  }

  private Optional<String> angry(EscalationState state, TurnReading reading) {
    if (reading.signals().contains(Signal.REPEATED_COMPLAINT)) {
      return Optional.of("repeated complaint");
    } else if (reading.signals().contains(Signal.PROFANITY)
        || reading.signals().contains(Signal.ABUSE)) {
      return Optional.of("profanity");
    } else if (reading.signals().contains(Signal.FRUSTRATION)
        || reading.mood().anger() >= rules.anger().anger()) {
      return Optional.of("frustration");
    }
    double last = reading.mood().anger();
    double least = state.angers().stream().min(Comparator.naturalOrder()).orElse(last);
    return state.angers().size() > 1 && last - least >= rules.anger().rise()
        ? Optional.of("rising anger")
        : Optional.empty();
  }

  private static boolean understood(TurnReading reading) {
    return !reading.intent().equals(TurnReading.UNKNOWN)
        || reading.answer() != TurnReading.Answer.NEITHER
        || !reading.slots().isEmpty()
        || !reading.signals().isEmpty();
  }

  private boolean outside(TurnReading reading) {
    return !understood(reading)
        && !reading.candidates().isEmpty()
        && reading.candidates().get(0).intent().equals(TurnReading.OUT_OF_SCOPE)
        && reading.candidates().get(0).confidence() >= rules.unclear().outside();
  }

  private static EscalationState issue(
      EscalationState state, EscalationInput.TurnRead read, Instant now) {
    boolean states =
        !read.question().isBlank()
            && !read.reading().intent().equals(TurnReading.UNKNOWN)
            && read.reading().signals().stream().noneMatch(CONVERSATIONAL::contains);
    if (state.issueSince().isPresent()) {
      EscalationState later = state.withIssue(state.issueSince(), state.issueTurns() + 1);
      return states ? later.asked(read.question()) : later;
    }
    return states ? state.withIssue(Optional.of(now), 0).asked(read.question()) : state;
  }

  private Optional<String> stuck(EscalationState state, String question, Instant now) {
    EscalationRules.Stuck limits = rules.stuck();
    if (state.questions().getOrDefault(question, 0) >= limits.repeats()) {
      return Optional.of("the same question again");
    } else if (state.issueTurns() >= limits.turns()) {
      return Optional.of("many turns without a resolution");
    }
    return state
        .issueSince()
        .filter(since -> Duration.between(since, now).compareTo(limits.time()) >= 0)
        .map(since -> "a long time without a resolution");
  }

  private List<Escalation> keyed(EscalationInput.Keyed keyed) {
    boolean zeroAlone = keyed.keys().equals("0") && !keyed.digitsExpected();
    if (zeroAlone || keyed.keys().contains("*0")) {
      return List.of(
          new Escalation(
              "R14", Effect.TRANSFER_NOW, "pressed 0 for a person", rules.person().skill()));
    }
    return List.of();
  }

  /** A rule that offers first and transfers when it fires again. */
  private List<Escalation> graded(
      EscalationState state, boolean enabled, String rule, String reason) {
    if (!enabled) {
      return List.of();
    }
    Effect effect = state.offered().contains(rule) ? Effect.TRANSFER_NOW : Effect.OFFER;
    return List.of(new Escalation(rule, effect, reason, skillOf(rule)));
  }

  private String skillOf(String rule) {
    return Map.of(
            "R11", rules.anger().skill(),
            "R12", rules.unclear().skill(),
            "R13", rules.stuck().skill(),
            "R17", rules.failing().skill())
        .getOrDefault(rule, "");
  }

  private static EscalationStep decide(EscalationState before, List<Escalation> fired) {
    EscalationState state = before;
    for (Escalation escalation : fired) {
      if (escalation.effect() == Effect.OFFER) {
        state = state.withOffered(escalation.rule());
      }
    }
    return new EscalationStep(
        state,
        fired.stream()
            .min(
                Comparator.comparing(Escalation::effect, Comparator.reverseOrder())
                    .thenComparing(escalation -> PRECEDENCE.indexOf(escalation.rule()))));
  }
}
