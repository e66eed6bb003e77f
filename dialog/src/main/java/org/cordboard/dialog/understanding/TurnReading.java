package org.cordboard.dialog.understanding;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one turn of the caller means.
 *
 * @param intent the most likely intent's name, or {@code unknown}
 * @param confidence 0 to 1, calibrated: below the playbook's threshold the intent is {@code
 *     unknown}
 * @param candidates other likely intents, best first, for asking when it is ambiguous
 * @param slots name → normalised value: digits without spaces, money as {@code 24.90}
 * @param mood how the caller seems
 * @param signals what the escalation and conversation rules look for, found by code and word lists
 * @param answer the caller said yes or no, or neither
 */
public record TurnReading(
    String intent,
    double confidence,
    List<Candidate> candidates,
    Map<String, String> slots,
    Mood mood,
    Set<Signal> signals,
    Answer answer) {
  /** The intent of a turn that nothing is known of. */
  public static final String UNKNOWN = "unknown";

  /** As a candidate: the wish is likely none of the playbook's intents. Never the intent itself. */
  public static final String OUT_OF_SCOPE = "out_of_scope";

  /** Copies the collections. */
  public TurnReading {
    candidates = List.copyOf(candidates);
    slots = Map.copyOf(slots);
    signals = Set.copyOf(signals);
  }

  /** The same words, read as another intent. */
  public TurnReading as(String other, double surely) {
    List<Candidate> rest =
        candidates.stream().filter(candidate -> !candidate.intent().equals(other)).toList();
    return new TurnReading(other, surely, rest, slots, mood, signals, answer);
  }

  /** The same turn, which only begins with "hold on": what follows reads as {@code rest}. */
  TurnReading notWaiting(TurnReading rest) {
    Set<Signal> others = EnumSet.noneOf(Signal.class);
    others.addAll(signals);
    others.remove(Signal.HOLD_ON);
    return new TurnReading(
        rest.intent, rest.confidence, rest.candidates, slots, mood, others, rest.answer);
  }

  /** An intent that may have been meant. */
  public record Candidate(String intent, double confidence) {}

  /** Yes, no, or neither. */
  public enum Answer {
    /** Agreement in any wording. */
    YES,
    /** Refusal in any wording. */
    NO,
    /** Something else. */
    NEITHER
  }

  /**
   * How the caller seems, inferred from the words.
   *
   * @param label {@code calm}, {@code worried}, {@code frustrated}, {@code angry}
   * @param anger 0 to 1
   * @param urgency 0 to 1
   */
  public record Mood(String label, double anger, double urgency) {
    /** Nothing special. */
    public static final Mood CALM = new Mood("calm", 0, 0);
  }
}
