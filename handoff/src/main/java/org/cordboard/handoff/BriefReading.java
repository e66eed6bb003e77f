package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.handoff.Brief.Fact;
import org.jspecify.annotations.Nullable;

/** What a ledger says about a call, as a person taking it wants to know; the fold's view. */
final class BriefReading {
  private static final int EVIDENCE_CHARS = 120; // a line on a screen
  private static final Set<String> PLAIN_MOODS = Set.of("", "neutral", "calm", "unknown");
  private static final String WAITING = "while waiting";

  final Caller caller = new Caller();
  final Topics topics = new Topics();
  final Dealings dealings = new Dealings();
  private final Map<Long, Said> turns = new HashMap<>();
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<String, Fact> unanswered = new LinkedHashMap<>();
  private final List<Fact> promises = new ArrayList<>();
  private DialogEvent.@Nullable EscalationFired fired;
  private @Nullable Fact mood;
  private boolean transferring;

  private record Said(String text, long entry) {}

  void on(LedgerEvent event, long entry) {
    if (event instanceof DialogEvent.CallerSaid said) {
      said(said, entry);
    } else if (event instanceof DialogEvent.Understood understood) {
      understood(understood, entry);
    } else if (event instanceof DialogEvent.AgentSaid said) {
      topics.agentSaid(said);
    } else if (event instanceof DialogEvent.EscalationFired escalation) {
      fired = escalation;
    } else if (event instanceof DialogEvent.ConfirmationAsked asked) {
      dealings.asked(asked, entry);
    } else if (event instanceof DialogEvent.ConfirmationGiven given) {
      dealings.answered(given, evidence(given.turn()), entry);
      if (!given.yes()) {
        topics.served(); // the caller does not want it any more
      }
    } else if (event instanceof DialogEvent.ToolIntended intended) {
      dealings.intended(intended, entry);
    } else if (event instanceof DialogEvent.ToolFinished finished) {
      finished(finished, entry);
    } else if (event instanceof DialogEvent.KnowledgeUsed) {
      topics.served();
    } else if (event instanceof DialogEvent.KnowledgeMissing missing) {
      unanswered.put(
          missing.question(), new Fact(missing.question(), evidence(missing.turn()), entry));
      topics.served(); // it is open as a question
    } else if (event instanceof DialogEvent.PromiseMade promise) {
      promises.add(
          new Fact(
              Wording.words(promise.kind()) + ": " + promise.text(),
              "promise " + promise.id(),
              entry));
    } else if (event instanceof HandoffEvent.TransferStarted) {
      transferring = true;
    } else if (event instanceof HandoffEvent.TransferChanged changed) {
      transferring &= changed.state() != TransferState.RETURNED;
    }
  }

  private void said(DialogEvent.CallerSaid said, long entry) {
    turns.put(said.turn(), new Said(said.text(), entry));
    if (transferring) {
      facts.put(
          WAITING, new Fact("said while waiting: “" + said.text() + "”", "caller's words", entry));
    }
  }

  private void understood(DialogEvent.Understood understood, long entry) {
    Said said = turns.getOrDefault(understood.turn(), new Said("", entry));
    understood
        .slots()
        .forEach(
            (slot, value) -> {
              caller.gave(slot, value);
              String text = Wording.words(slot) + " " + value;
              facts.put(slot, new Fact(text, evidence(understood.turn()), said.entry()));
            });
    topics.understood(understood.intent(), said.text(), said.entry());
    if (!PLAIN_MOODS.contains(understood.mood())) {
      long percent = Math.round(understood.anger() * 100);
      String why =
          "inferred from " + evidence(understood.turn()) + " (anger " + percent + " of 100)";
      mood = new Fact("seems " + understood.mood(), why, said.entry());
    } else if (mood != null) {
      String since = mood.text().replaceFirst("^seems (.*)", "was $1 earlier, calm since");
      mood = new Fact(since, mood.evidence(), mood.entry());
    }
  }

  private void finished(DialogEvent.ToolFinished finished, long entry) {
    Dealings.Result result = dealings.finished(finished, facts.keySet(), entry);
    if (finished.ok()) {
      topics.served();
    }
    if (result.found()) {
      caller.found(result.subject(), finished.result());
      result
          .subject()
          .filter(subject -> !result.details().isEmpty())
          .ifPresent(
              subject ->
                  facts.put(
                      subject.label(),
                      new Fact(
                          subject.label() + ": " + result.details(),
                          "look-up: " + Wording.words(finished.tool()),
                          entry)));
    }
  }

  List<Fact> facts() {
    return List.copyOf(facts.values());
  }

  /** What the caller said last since a person is being sought. */
  Optional<String> whileWaiting() {
    return Optional.ofNullable(facts.get(WAITING)).map(Fact::text);
  }

  List<Fact> promises() {
    return promises;
  }

  /** The caller's mood, with the reason; absent when nothing ever stood out. */
  Optional<Fact> mood() {
    return Optional.ofNullable(mood);
  }

  /** What is still open, most pressing first. */
  List<Fact> open() {
    List<Fact> open = new ArrayList<>(dealings.open());
    unanswered
        .values()
        .forEach(
            fact -> open.add(new Fact("not answered: " + fact.text(), "answer", fact.entry())));
    topics
        .open()
        .filter(topic -> dealings.open().isEmpty() && unanswered.isEmpty())
        .ifPresent(topic -> open.add(new Fact(topic.quoted(), "take up", topic.entry)));
    return open;
  }

  /** True when the wish for a person was the caller's own, and nothing else. */
  boolean wantsTo(String reason) {
    DialogEvent.EscalationFired latest = fired;
    return latest != null && latest.rule().equals("R14") && latest.reason().equals(reason);
  }

  private String evidence(long turn) {
    Said said = turns.get(turn);
    if (said == null || said.text().isEmpty()) {
      return "turn " + turn;
    }
    String text = said.text();
    return "caller: "
        + (text.length() <= EVIDENCE_CHARS ? text : text.substring(0, EVIDENCE_CHARS - 1) + "…");
  }
}
