package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.tools.Authority;
import org.cordboard.dialog.tools.ToolDefinition;
import org.cordboard.handoff.Brief.Fact;

/**
 * What was done for the caller with tools, and what came of it: one line for each distinct outcome.
 * The texts are as the tools gave them; {@link Wording} writes or speaks them.
 */
final class Dealings {
  private final Map<String, Map<String, String>> arguments = new HashMap<>();
  private final Map<String, Fact> tried = new LinkedHashMap<>();
  private final Map<String, Fact> pending = new LinkedHashMap<>();
  private final Map<String, Fact> begun = new LinkedHashMap<>();
  private final Map<String, Fact> failed = new LinkedHashMap<>();

  /** What a tool's result told: what it was about, and whether that exists. */
  record Result(Optional<Subject> subject, boolean found, String details) {}

  void asked(DialogEvent.ConfirmationAsked asked, long entry) {
    arguments.put(asked.key(), asked.arguments());
    pending.put(asked.key(), new Fact(action(asked.tool(), asked.arguments()), "read back", entry));
  }

  void answered(DialogEvent.ConfirmationGiven given, String evidence, long entry) {
    Fact asked = pending.remove(given.key());
    if (asked != null && !given.yes()) {
      outcome(new Fact(asked.text() + " declined by the caller", evidence, entry));
    }
  }

  void intended(DialogEvent.ToolIntended intended, long entry) {
    arguments.put(intended.key(), intended.arguments());
    begun.put(
        intended.key(), new Fact(action(intended.tool(), intended.arguments()), "begun", entry));
  }

  /** A tool is done; {@code slots} are the names of what the caller has given. */
  Result finished(DialogEvent.ToolFinished finished, Set<String> slots, long entry) {
    begun.remove(finished.key());
    failed.remove(finished.key());
    Map<String, String> given = new HashMap<>(finished.result());
    given.keySet().retainAll(slots);
    given.putAll(arguments.getOrDefault(finished.key(), Map.of()));
    Optional<Subject> subject = Subject.of(given);
    String known = finished.result().getOrDefault(Authority.FOUND, "");
    String evidence = (finished.ok() ? "done: " : "not done: ") + Wording.words(finished.tool());
    if (finished.ok()) {
      outcome(new Fact(done(finished), evidence, entry));
    } else if (known.equals("false")) {
      String what = subject.map(Subject::label).orElse(Wording.words(finished.tool()));
      outcome(new Fact(what + " is not on file", evidence, entry));
    } else {
      Fact fact = new Fact(notDone(finished, given), evidence, entry);
      outcome(fact);
      failed.put(finished.key(), fact);
    }
    boolean found = known.equals("true") || (known.isEmpty() && finished.ok());
    return new Result(subject, found, LookedUp.details(finished.result(), given.keySet()));
  }

  private void outcome(Fact fact) {
    tried.remove(fact.text()); // told once, as of the last time
    tried.put(fact.text(), fact);
  }

  private static String done(DialogEvent.ToolFinished finished) {
    String note = finished.result().getOrDefault(ToolDefinition.NOTE, "");
    String summary = note.isBlank() ? finished.summary() : note;
    return summary.isBlank() ? Wording.words(finished.tool()) : summary;
  }

  private static String notDone(DialogEvent.ToolFinished finished, Map<String, String> given) {
    String action = action(finished.tool(), given);
    String summary = finished.summary();
    if (summary.isBlank()) {
      return action + " failed";
    }
    boolean verb = summary.matches("(?s)(refused|failed|not done): .*");
    return action + (verb ? " " : ": ") + summary;
  }

  private static String action(String tool, Map<String, String> arguments) {
    return Subject.action(tool, Subject.of(arguments));
  }

  /** What came of it, oldest first. */
  List<Fact> tried() {
    return List.copyOf(tried.values());
  }

  /** Whatever has no good end; the evidence is what a person should do about it. */
  List<Fact> open() {
    List<Fact> open = new ArrayList<>();
    begun
        .values()
        .forEach(
            fact ->
                open.add(
                    new Fact(
                        fact.text() + " was begun, its result is not known",
                        "check before doing it again",
                        fact.entry())));
    pending
        .values()
        .forEach(
            fact ->
                open.add(
                    new Fact(
                        fact.text() + " was read back and not confirmed",
                        "ask for the confirmation",
                        fact.entry())));
    failed.values().forEach(fact -> open.add(new Fact(fact.text(), "decide on it", fact.entry())));
    return open;
  }
}
