package org.cordboard.dialog.escalation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;

/**
 * The rules with their parameters, from a playbook's {@code rules.conf}. What triggers a rule and
 * what it does is code; a playbook can set numbers and skills, and cannot switch off R14 or R16.
 *
 * @param anger R11
 * @param unclear R12
 * @param stuck R13
 * @param person R14
 * @param stakes R15
 * @param sensitive R16
 * @param failing R17
 * @param highStakes intents that only a person may handle (R15) → skill, possibly empty
 */
public record EscalationRules(
    Anger anger,
    Unclear unclear,
    Stuck stuck,
    Person person,
    Stakes stakes,
    Sensitive sensitive,
    Failing failing,
    Map<String, String> highStakes) {
  private static final Set<String> IDS = Set.of("R11", "R12", "R13", "R14", "R15", "R16", "R17");

  /**
   * R11.
   *
   * @param anger from which one turn is enough, 0 to 1
   * @param rise of anger over {@code overTurns} turns that is enough
   * @param overTurns turns looked back, 2 to 10
   */
  public record Anger(boolean enabled, String skill, double anger, double rise, int overTurns) {
    /** Checks the ranges. */
    public Anger {
      within("anger", anger, 0.1, 1);
      within("rise", rise, 0.1, 1);
      within("over-turns", overTurns, 2, 10);
    }
  }

  /**
   * R12.
   *
   * @param turns not understood in a row that are enough, 2 to 5
   * @param outside confidence from which a wish that is none of the intents' counts as not covered
   */
  public record Unclear(boolean enabled, String skill, int turns, double outside) {
    /** Checks the ranges. */
    public Unclear {
      within("turns", turns, 2, 5);
      within("outside", outside, 0.5, 1);
    }
  }

  /**
   * R13.
   *
   * @param repeats of the same question that are enough, 2 to 5
   * @param turns since the issue was stated, 3 to 50
   * @param time since the issue was stated
   */
  public record Stuck(boolean enabled, String skill, int repeats, int turns, Duration time) {
    /** Checks the ranges. */
    public Stuck {
      within("repeats", repeats, 2, 5);
      within("turns", turns, 3, 50);
      within("time (seconds)", time.toSeconds(), 30, 3600);
    }
  }

  /** R14; cannot be switched off. */
  public record Person(boolean enabled, String skill) {
    /** Refuses to be switched off. */
    public Person {
      alwaysOn("R14", enabled);
    }
  }

  /**
   * R15.
   *
   * @param highValue in the company's currency, from which a cancellation is of high value
   */
  public record Stakes(boolean enabled, String skill, double highValue) {
    /** Checks the range. */
    public Stakes {
      within("high-value", highValue, 1, 1e9);
    }
  }

  /**
   * R16; cannot be switched off.
   *
   * @param skill for all that {@code skills} does not name
   * @param skills {@code legal}, {@code bereavement}, {@code medical}, {@code hardship}, {@code
   *     accessibility}, {@code danger} → skill
   */
  public record Sensitive(boolean enabled, String skill, Map<String, String> skills) {
    private static final Set<String> KINDS =
        Set.of("legal", "bereavement", "medical", "hardship", "accessibility", "danger");

    /** Refuses to be switched off, and unknown kinds. */
    public Sensitive {
      alwaysOn("R16", enabled);
      for (String kind : skills.keySet()) {
        if (!KINDS.contains(kind)) {
          throw new IllegalArgumentException(
              "'skills." + kind + "' is not known; use one of " + new TreeSet<>(KINDS));
        }
      }
    }
  }

  /** R17: only the step that brings a person in; the others belong to the failing part. */
  public record Failing(boolean enabled, String skill) {}

  /**
   * Binds {@code rules.conf}: one section for each rule.
   *
   * @throws SettingsException naming file, line and fix
   */
  public static EscalationRules read(Settings file) {
    for (String id : new TreeSet<>(file.raw().root().keySet())) {
      if (!IDS.contains(id)) {
        throw new SettingsException(
            file.origin(id)
                + ": '"
                + id
                + "' is not a rule; the rules are "
                + String.join(", ", new TreeSet<>(IDS)));
      }
    }
    return new EscalationRules(
        file.bind("R11", Anger.class),
        file.bind("R12", Unclear.class),
        file.bind("R13", Stuck.class),
        file.bind("R14", Person.class),
        file.bind("R15", Stakes.class),
        file.bind("R16", Sensitive.class),
        file.bind("R17", Failing.class),
        Map.of());
  }

  /** The same rules with these high-stakes intents. */
  public EscalationRules withHighStakes(Map<String, String> intents) {
    return new EscalationRules(
        anger, unclear, stuck, person, stakes, sensitive, failing, Map.copyOf(intents));
  }

  /** Every skill that a rule names, without the empty one. */
  public Set<String> skills() {
    Set<String> all = new TreeSet<>(sensitive.skills().values());
    all.add(anger.skill());
    all.add(unclear.skill());
    all.add(stuck.skill());
    all.add(person.skill());
    all.add(stakes.skill());
    all.add(sensitive.skill());
    all.add(failing.skill());
    all.addAll(highStakes.values());
    all.remove("");
    return all;
  }

  private static void alwaysOn(String rule, boolean enabled) {
    if (!enabled) {
      throw new IllegalArgumentException(
          rule
              + " cannot be switched off: a caller who needs a person gets one; remove 'enabled'"
              + " = false");
    }
  }

  private static void within(String key, double value, double least, double most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "'" + key + "' must lie between " + plain(least) + " and " + plain(most));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
