package org.cordboard.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.handoff.Brief.Fact;

/**
 * Reads the brief from a call's ledger: a pure fold, so that the same entries give the same brief
 * wherever it is read. Digits appear as the ledger allowed them. Any thread.
 */
public final class BriefBuilder {
  private static final String OFFERED = "CallOffered"; // the carrier's side writes it
  private static final JsonMapper JSON = new JsonMapper();

  private final LedgerCodec codec;

  /** The codec must know {@link org.cordboard.dialog.DialogEvent} and {@link HandoffEvent}. */
  public BriefBuilder(LedgerCodec codec) {
    this.codec = codec;
  }

  /**
   * The brief of what has happened so far.
   *
   * @param reason why a person is brought in, in a few words
   * @param skill the kind of call, or empty
   */
  public Brief build(List<LedgerEntry> entries, String reason, String skill) {
    BriefReading reading = new BriefReading();
    for (LedgerEntry entry : entries) {
      if (entry.type().equals(OFFERED)) {
        reading.caller.calling(from(entry.body()));
      }
      codec.decode(entry).ifPresent(event -> reading.on(event, entry.sequence()));
    }
    String wish = wish(reading, reason);
    List<Fact> open = reading.open();
    List<Fact> inferred = new ArrayList<>();
    reading
        .mood()
        .map(mood -> new Fact(Wording.begun(mood.text()), mood.evidence(), mood.entry()))
        .ifPresent(inferred::add);
    nextStep(reading, open).ifPresent(inferred::add);
    return new Brief(
        reading.caller.written(),
        why(reading.topics.all(), wish, skill),
        written(reading.facts()),
        written(reading.dealings.tried()),
        written(reading.promises()),
        written(open).stream().map(Fact::text).toList(),
        written(inferred),
        new BriefSpeech(reading, wish, open).whisper());
  }

  private static String from(String body) {
    try {
      return JSON.readTree(body).path("from").asText("");
    } catch (JsonProcessingException broken) {
      return "";
    }
  }

  /** The reason as what the caller does: "wants to cancel an order"; or as it is. */
  private static String wish(BriefReading reading, String reason) {
    boolean done = reason.startsWith("asked") || reason.startsWith("pressed");
    String plain = Wording.words(reason);
    return !done && reading.wantsTo(reason) ? "wants to " + plain : plain;
  }

  private static String why(List<Topics.Topic> topics, String wish, String skill) {
    List<String> parts = new ArrayList<>();
    if (!topics.isEmpty()) {
      parts.add(topics.get(0).quoted());
      List<String> later = topics.stream().skip(1).map(Topics.Topic::name).toList();
      if (!later.isEmpty()) {
        parts.add("then " + String.join(", ", later));
      }
    } else if (!skill.isEmpty()) {
      parts.add(Wording.words(skill));
    }
    if (!wish.isEmpty()) {
      parts.add(wish);
    }
    return String.join("; ", parts);
  }

  /** What to do next, by rule, with the reason; absent when nothing suggests itself. */
  private static Optional<Fact> nextStep(BriefReading reading, List<Fact> open) {
    if (!open.isEmpty()) {
      Fact first = open.get(0);
      return Optional.of(
          new Fact(
              "Suggested: " + first.evidence() + " (" + first.text() + ")",
              "inferred: it is the most pressing of what is open",
              first.entry()));
    }
    List<Fact> tried = reading.dealings.tried();
    if (tried.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Fact(
            "Suggested: ask what else they need",
            "inferred: nothing that they asked the AI for is open",
            tried.get(tried.size() - 1).entry()));
  }

  private static List<Fact> written(List<Fact> facts) {
    return facts.stream()
        .map(
            fact ->
                new Fact(
                    Wording.begun(Wording.written(fact.text())), fact.evidence(), fact.entry()))
        .toList();
  }
}
