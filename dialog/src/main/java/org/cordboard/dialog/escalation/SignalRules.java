package org.cordboard.dialog.escalation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.dialog.escalation.Escalation.Effect;
import org.cordboard.dialog.understanding.Signal;
import org.cordboard.dialog.understanding.TurnReading;

/** The rules that one turn's signals fire on their own: R14, R15, R16. */
final class SignalRules {
  private static final Map<Signal, String> STAKES =
      new EnumMap<>(
          Map.of(
              Signal.FRAUD, "suspected fraud or account takeover",
              Signal.DISPUTED_CHARGE, "disputed charge",
              Signal.CONTACT_CHANGE, "change of contact data",
              Signal.HIGH_VALUE_CANCELLATION, "cancellation of high value"));
  private static final Map<Signal, String> SENSITIVE =
      new EnumMap<>(
          Map.of(
              Signal.DANGER, "danger to life",
              Signal.LEGAL, "legal or regulatory matter",
              Signal.BEREAVEMENT, "bereavement",
              Signal.MEDICAL, "medical matter",
              Signal.HARDSHIP, "financial hardship",
              Signal.ACCESSIBILITY, "accessibility need"));

  private SignalRules() {}

  static List<Escalation> fired(EscalationRules rules, TurnReading reading) {
    List<Escalation> fired = new ArrayList<>();
    SENSITIVE.forEach(
        (signal, reason) -> {
          if (reading.signals().contains(signal)) {
            fired.add(sensitive(rules.sensitive(), signal, reason));
          }
        });
    if (rules.stakes().enabled()) {
      STAKES.forEach(
          (signal, reason) -> {
            if (reading.signals().contains(signal)) {
              fired.add(new Escalation("R15", Effect.TRANSFER_NOW, reason, rules.stakes().skill()));
            }
          });
      String skill = rules.highStakes().get(reading.intent());
      if (skill != null) {
        String reason = "high-stakes wish: " + reading.intent();
        fired.add(
            new Escalation(
                "R15",
                Effect.TRANSFER_NOW,
                reason,
                skill.isEmpty() ? rules.stakes().skill() : skill));
      }
    }
    if (reading.signals().contains(Signal.ASKS_FOR_PERSON)) {
      fired.add(
          new Escalation("R14", Effect.TRANSFER_NOW, "asked for a person", rules.person().skill()));
    }
    return fired;
  }

  private static Escalation sensitive(
      EscalationRules.Sensitive rule, Signal signal, String reason) {
    String kind = signal.name().toLowerCase(Locale.ROOT);
    return new Escalation(
        "R16",
        signal == Signal.DANGER ? Effect.FIRST_IN_LINE : Effect.TRANSFER_NOW,
        reason,
        rule.skills().getOrDefault(kind, rule.skill()));
  }
}
