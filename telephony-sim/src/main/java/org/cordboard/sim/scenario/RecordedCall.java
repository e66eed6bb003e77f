package org.cordboard.sim.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished call as its ledger tells it: who said what in which order, who was rung, what came of
 * it; pure.
 */
final class RecordedCall {
  private final List<LedgerLine> ledger;

  RecordedCall(List<LedgerLine> ledger) {
    this.ledger = List.copyOf(ledger);
  }

  /** The entries of the first recording; a process that takes the call up begins another. */
  static List<LedgerLine> firstRecording(List<LedgerLine> ledger) {
    List<LedgerLine> first = new ArrayList<>();
    int begun = 0;
    for (LedgerLine each : ledger) {
      if (each.type().equals("RecordingStarted") && ++begun > 1) {
        break;
      }
      first.add(each);
    }
    return first;
  }

  /** The entries until a second stream opened for the talk. */
  static List<LedgerLine> firstStream(List<LedgerLine> ledger) {
    List<LedgerLine> first = new ArrayList<>();
    int opened = 0;
    for (LedgerLine each : ledger) {
      boolean talk =
          each.type().equals("StreamOpened") && each.body().getString("use", "").equals("talk");
      if (talk && ++opened > 1) {
        break;
      }
      first.add(each);
    }
    return first;
  }

  /** A turn of the caller. */
  record CallerTurn(String text, boolean keyed, long startMs, long endMs) {}

  /** Said when caller and person talked; in ms of the recording. */
  record Said(boolean caller, String text, long startMs, long endMs) {}

  /** Something in the call's order: exactly one of the two is there. */
  record Event(Optional<CallerTurn> caller, Optional<String> machine) {}

  /**
   * Somebody who was rung.
   *
   * @param id the desk's name for them
   * @param name for people
   * @param last the state in which their offer ended, such as ACCEPTED
   */
  record Rung(String id, String name, String last) {}

  String text(String type, String field) {
    return ledger.stream()
        .filter(each -> each.type().equals(type))
        .map(each -> each.body().getString(field, ""))
        .findFirst()
        .orElse("");
  }

  /** What caller and AI said before a person took over, in order. */
  List<Event> talk() {
    List<Event> talk = new ArrayList<>();
    for (LedgerLine each : ledger) {
      if (each.type().equals("CallerSaid")) {
        CallerTurn turn =
            new CallerTurn(
                each.body().getString("text", ""),
                each.body().getBoolean("keyed", false),
                each.body().getLong("startMs", 0L),
                each.body().getLong("endMs", 0L));
        talk.add(new Event(Optional.of(turn), Optional.empty()));
      } else if (each.type().equals("AgentSaid") && answers(each)) {
        talk.add(new Event(Optional.empty(), Optional.of(each.body().getString("text", ""))));
      } else if (bridged(each)) {
        return talk;
      }
    }
    return talk;
  }

  /** Not so what the AI says because nothing was said, or because a part of it has failed. */
  private static boolean answers(LedgerLine said) {
    return !said.body().getString("detail", "").matches("R(17|41)\\b.*");
  }

  /** What caller and person said to each other. */
  List<Said> afterJoin() {
    return ledger.stream()
        .filter(each -> each.type().equals("PersonSaid"))
        .map(
            each ->
                new Said(
                    each.body().getString("who", "").equals("caller"),
                    each.body().getString("text", "").strip(),
                    each.body().getLong("startMs", 0L),
                    each.body().getLong("endMs", 0L)))
        .filter(each -> !each.text().isEmpty())
        .toList();
  }

  boolean joined() {
    return ledger.stream().anyMatch(RecordedCall::bridged);
  }

  private static boolean bridged(LedgerLine line) {
    return line.type().equals("TransferChanged")
        && line.body().getString("state", "").equals("BRIDGED");
  }

  /** Those who were rung, in order; an offer's last state counts, and a person's last offer. */
  List<Rung> rung() {
    Map<String, Rung> byOffer = new LinkedHashMap<>();
    for (LedgerLine each : ledger) {
      String offer = each.body().getString("offer", "");
      if (each.type().equals("DialIntended")) {
        byOffer.put(
            offer,
            new Rung(each.body().getString("agent", ""), each.body().getString("name", ""), ""));
      } else if (each.type().equals("OfferChanged") && byOffer.containsKey(offer)) {
        Rung rung = byOffer.get(offer);
        byOffer.put(
            offer, new Rung(rung.id(), rung.name(), each.body().getString("state", rung.last())));
      }
    }
    Map<String, Rung> byPerson = new LinkedHashMap<>();
    byOffer.values().forEach(rung -> byPerson.put(rung.id(), rung));
    return List.copyOf(byPerson.values());
  }

  /** Values of a field in entries of a type, each once, with how often. */
  Map<String, Integer> counted(String type, String field, Map<String, String> with) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    ledger.stream()
        .filter(each -> each.type().equals(type))
        .filter(
            each ->
                with.entrySet().stream()
                    .allMatch(
                        one ->
                            one.getValue()
                                .equals(String.valueOf(each.body().getValue(one.getKey())))))
        .forEach(each -> counts.merge(each.body().getString(field, ""), 1, Integer::sum));
    return counts;
  }

  boolean has(String type) {
    return ledger.stream().anyMatch(each -> each.type().equals(type));
  }

  /** From the first entry to the last, in seconds; 0 when the times cannot be read. */
  long lastedS() {
    if (ledger.isEmpty()) {
      return 0;
    }
    Optional<Instant> first = ledger.get(0).instant();
    Optional<Instant> last = ledger.get(ledger.size() - 1).instant();
    return first.isPresent() && last.isPresent()
        ? Duration.between(first.get(), last.get()).toSeconds()
        : 0;
  }
}
