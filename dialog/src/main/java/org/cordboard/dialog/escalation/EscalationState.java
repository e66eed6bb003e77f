package org.cordboard.dialog.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the escalation rules remember of a call. Immutable.
 *
 * @param offered rules that have offered a person already: their next firing transfers
 * @param unclear turns not understood in a row
 * @param issueSince when the open issue was stated, or last led to an offer
 * @param issueTurns turns since then
 * @param questions normal form → times asked since the last resolution
 * @param angers of the latest turns, oldest first
 */
public record EscalationState(
    Set<String> offered,
    int unclear,
    Optional<Instant> issueSince,
    int issueTurns,
    Map<String, Integer> questions,
    List<Double> angers) {

  /** A call in which nothing has happened. */
  public static final EscalationState START =
      new EscalationState(Set.of(), 0, Optional.empty(), 0, Map.of(), List.of());

  /** Copies the collections. */
  public EscalationState {
    offered = Set.copyOf(offered);
    questions = Map.copyOf(questions);
    angers = List.copyOf(angers);
  }

  EscalationState withOffered(String rule) {
    Set<String> more = new HashSet<>(offered);
    more.add(rule);
    return new EscalationState(more, unclear, issueSince, issueTurns, questions, angers);
  }

  EscalationState withUnclear(int turns) {
    return new EscalationState(offered, turns, issueSince, issueTurns, questions, angers);
  }

  EscalationState withIssue(Optional<Instant> since, int turns) {
    return new EscalationState(offered, unclear, since, turns, questions, angers);
  }

  EscalationState asked(String question) {
    Map<String, Integer> more = new HashMap<>(questions);
    more.merge(question, 1, Integer::sum);
    return new EscalationState(offered, unclear, issueSince, issueTurns, more, angers);
  }

  EscalationState forgetQuestion(String question) {
    Map<String, Integer> fewer = new HashMap<>(questions);
    fewer.remove(question);
    return new EscalationState(offered, unclear, issueSince, issueTurns, fewer, angers);
  }

  EscalationState felt(double anger, int keep) {
    List<Double> latest = new ArrayList<>(angers);
    latest.add(anger);
    while (latest.size() > keep) {
      latest.remove(0);
    }
    return new EscalationState(offered, unclear, issueSince, issueTurns, questions, latest);
  }

  EscalationState calmed() {
    return new EscalationState(offered, unclear, issueSince, issueTurns, questions, List.of());
  }

  /** The issue is done: counters of R12 and R13 start again, and so do their offers. */
  EscalationState resolved() {
    Set<String> kept = new HashSet<>(offered);
    kept.remove("R12");
    kept.remove("R13");
    return new EscalationState(kept, 0, Optional.empty(), 0, Map.of(), angers);
  }
}
