package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.dialog.understanding.TurnReading;
import org.cordboard.handoff.Brief.Fact;
import org.jspecify.annotations.Nullable;

/** What a ledger says about a call, as a person taking it wants to know; the fold's view. */
final class BriefReading {
  private static final int EVIDENCE_CHARS = 120; // a line on a screen
  private static final Set<String> NAME_KEYS =
      Set.of("name", "customer", "customer-name", "caller-name", "full-name");
  private static final Set<String> BOOKKEEPING = Set.of("outcome", "by", "kind", "promise");
  private static final Set<String> PLAIN_MOODS = Set.of("", "neutral", "calm", "unknown");

  private final Map<Long, Said> turns = new LinkedHashMap<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<String, Fact> pending = new LinkedHashMap<>();
  private final Map<String, Fact> failed = new LinkedHashMap<>();
  private final Map<String, Fact> unanswered = new LinkedHashMap<>();
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private final List<Fact> tried = new ArrayList<>();
  private final List<Fact> promises = new ArrayList<>();
  private String name = "";
  private String identifiedBy = "";
  private @Nullable Fact topic;
  private boolean topicServed;
  private @Nullable Fact mood;

  private record Said(String text, long entry) {}

  void on(LedgerEvent event, long entry) {
    if (event instanceof DialogEvent.CallerSaid said) {
      turns.put(said.turn(), new Said(said.text(), entry));
    } else if (event instanceof DialogEvent.Understood understood) {
      understood(understood, entry);
    } else if (event instanceof DialogEvent.ConfirmationAsked asked) {
      pending.put(asked.key(), new Fact(asked.readBack(), "asked to confirm", entry));
    } else if (event instanceof DialogEvent.ConfirmationGiven given) {
      confirmed(given);
    } else if (event instanceof DialogEvent.ToolIntended intended) {
      arguments.put(intended.key(), spoken(intended.arguments()));
      failed.put(
          intended.key(),
          new Fact(words(intended.tool()) + " was begun, result unknown", "intended", entry));
    } else if (event instanceof DialogEvent.ToolFinished finished) {
      finished(finished, entry);
    } else if (event instanceof DialogEvent.KnowledgeUsed) {
      topicServed = true;
    } else if (event instanceof DialogEvent.KnowledgeMissing missing) {
      unanswered.put(
          missing.question(), new Fact(missing.question(), evidence(missing.turn()), entry));
    } else if (event instanceof DialogEvent.PromiseMade promise) {
      promises.add(new Fact(promise.text(), promise.kind() + " " + promise.id(), entry));
    }
  }

  private void understood(DialogEvent.Understood understood, long entry) {
    Said said = turns.get(understood.turn());
    long source = said == null ? entry : said.entry();
    understood
        .slots()
        .forEach(
            (slot, value) -> {
              facts.put(
                  slot, new Fact(words(slot) + ": " + value, evidence(understood.turn()), source));
              if (NAME_KEYS.contains(slot) && identifiedBy.isEmpty()) {
                name = value;
              }
            });
    if (!understood.intent().isEmpty() && !understood.intent().equals(TurnReading.UNKNOWN)) {
      topic = new Fact(words(understood.intent()), evidence(understood.turn()), source);
      topicServed = false;
    }
    if (!PLAIN_MOODS.contains(understood.mood())) {
      String reason =
          "inferred from " + evidence(understood.turn()) + " (anger " + percent(understood) + " %)";
      mood = new Fact("Seems " + understood.mood(), reason, source);
    }
  }

  private void confirmed(DialogEvent.ConfirmationGiven given) {
    Fact asked = pending.remove(given.key());
    if (asked != null && !given.yes()) {
      tried.add(new Fact("Declined: " + asked.text(), evidence(given.turn()), asked.entry()));
    }
  }

  private void finished(DialogEvent.ToolFinished finished, long entry) {
    failed.remove(finished.key());
    String summary = finished.summary().isEmpty() ? words(finished.tool()) : finished.summary();
    String evidence = "look-up " + finished.tool();
    tried.add(new Fact(finished.ok() ? summary : "Failed: " + summary, evidence, entry));
    if (!finished.ok()) {
      failed.put(finished.key(), new Fact(summary, evidence, entry));
      return;
    }
    topicServed = true;
    finished
        .result()
        .forEach(
            (key, value) -> {
              if (!BOOKKEEPING.contains(key)) {
                facts.put(key, new Fact(words(key) + ": " + value, evidence, entry));
              }
              if (NAME_KEYS.contains(key)) {
                name = value;
                identifiedBy = arguments.getOrDefault(finished.key(), "");
              }
            });
  }

  /** The caller, and how they were identified. */
  String who() {
    if (name.isEmpty()) {
      return "caller not identified";
    }
    return name
        + (identifiedBy.isEmpty() ? ", as the caller said" : ", identified by " + identifiedBy);
  }

  String shortWho() {
    return name.isEmpty() ? "A caller, not identified" : name;
  }

  /** The latest topic in plain words, or empty. */
  String intent() {
    Fact latest = topic;
    return latest == null ? "" : latest.text();
  }

  List<Fact> facts() {
    return List.copyOf(facts.values());
  }

  List<Fact> tried() {
    return tried;
  }

  List<Fact> promises() {
    return promises;
  }

  /** What is still open, most pressing first. */
  List<String> open() {
    List<String> open = new ArrayList<>();
    pending.values().forEach(fact -> open.add("not confirmed: " + fact.text()));
    failed.values().forEach(fact -> open.add(fact.text()));
    unanswered.values().forEach(fact -> open.add(fact.text()));
    Fact latest = topic;
    if (latest != null && !topicServed) {
      open.add(latest.text());
    }
    return open;
  }

  /** The caller's mood, with the reason; absent when nothing stands out. */
  Optional<Fact> mood() {
    return Optional.ofNullable(mood);
  }

  /** What to do next, by rule, with the reason; absent when nothing suggests itself. */
  Optional<Fact> nextStep() {
    return first(
            pending, "Suggested: ask for the confirmation", "inferred: it was asked, not given")
        .or(() -> first(failed, "Suggested: do it by hand", "inferred: the AI could not finish it"))
        .or(
            () ->
                first(
                    unanswered,
                    "Suggested: answer the question",
                    "inferred: the documents do not say"))
        .or(
            () ->
                Optional.ofNullable(topicServed ? null : topic)
                    .map(
                        open ->
                            new Fact(
                                "Suggested: take up " + open.text(),
                                "inferred from " + open.evidence(),
                                open.entry())));
  }

  private static Optional<Fact> first(Map<String, Fact> open, String step, String reason) {
    return open.values().stream()
        .findFirst()
        .map(fact -> new Fact(step + ": " + fact.text(), reason, fact.entry()));
  }

  private String evidence(long turn) {
    Said said = turns.get(turn);
    if (said == null) {
      return "turn " + turn;
    }
    String text = said.text();
    return "“"
        + (text.length() <= EVIDENCE_CHARS ? text : text.substring(0, EVIDENCE_CHARS - 1) + "…")
        + "”";
  }

  private static String percent(DialogEvent.Understood understood) {
    return String.valueOf(Math.round(understood.anger() * 100));
  }

  private static String spoken(Map<String, String> values) {
    List<String> parts = new ArrayList<>();
    values.forEach((key, value) -> parts.add(words(key) + " " + value));
    parts.sort(null);
    return String.join(", ", parts);
  }

  private static String words(String id) {
    return id.replace('-', ' ').replace('_', ' ');
  }
}
