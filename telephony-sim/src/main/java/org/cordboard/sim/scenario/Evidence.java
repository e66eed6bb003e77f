package org.cordboard.sim.scenario;

import java.time.Duration;
import java.util.List;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.party.Words;

/**
 * What expectations are held against.
 *
 * @param ledger the call's ledger
 * @param timeline what the people did and heard
 * @param notices what the carrier complained of
 */
record Evidence(List<LedgerLine> ledger, List<Moment> timeline, List<String> notices) {
  Evidence {
    ledger = List.copyOf(ledger);
    timeline = List.copyOf(timeline);
    notices = List.copyOf(notices);
  }

  /** The turns that somebody heard, plain. */
  List<String> heardBy(String who) {
    return timeline.stream()
        .filter(each -> each.who().equals(who) && each.note().kind() == PersonNote.Kind.HEARD)
        .map(each -> Words.plain(each.note().text()))
        .toList();
  }

  /** The turns that the caller heard before somebody took the call, plain. */
  List<String> heardFromMachine() {
    Duration taken =
        timeline.stream()
            .filter(each -> !each.who().equals("caller"))
            .filter(each -> each.note().kind() == PersonNote.Kind.PRESSED)
            .map(Moment::at)
            .findFirst()
            .orElse(Duration.ofDays(1));
    return timeline.stream()
        .filter(each -> each.who().equals("caller") && each.at().compareTo(taken) < 0)
        .filter(each -> each.note().kind() == PersonNote.Kind.HEARD)
        .map(each -> Words.plain(each.note().text()))
        .toList();
  }

  /** What the AI said by the ledger, plain. */
  List<String> saidByMachine() {
    return ledger.stream()
        .filter(each -> each.type().equals("AgentSaid"))
        .map(each -> Words.plain(each.body().getString("text", "")))
        .toList();
  }
}
