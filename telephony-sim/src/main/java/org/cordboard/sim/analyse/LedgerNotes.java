package org.cordboard.sim.analyse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads notes out of a call's ledger: entries {@code {sequence, at, type, version, body}} as the
 * gateway's interface gives them. Types that it does not know it passes over.
 */
public final class LedgerNotes {
  private LedgerNotes() {}

  /**
   * The notes of a ledger.
   *
   * @param ledger the entries
   * @param begun when the recording began; if not known, the ledger's first entry counts as that
   */
  public static CallNotes of(JsonArray ledger, Optional<Instant> begun) {
    List<Note> notes = new ArrayList<>();
    Instant from = begun.orElse(null);
    for (Object each : ledger) {
      if (!(each instanceof JsonObject entry)) {
        continue;
      }
      Optional<Instant> at = time(entry);
      if (at.isEmpty()) {
        continue;
      }
      if (from == null) {
        from = at.get();
      }
      long atMs = Duration.between(from, at.get()).toMillis();
      JsonObject body = entry.getValue("body") instanceof JsonObject is ? is : new JsonObject();
      note(entry.getString("type", ""), body, atMs).ifPresent(notes::add);
    }
    return new CallNotes(notes);
  }

  private static Optional<Instant> time(JsonObject entry) {
    try {
      return Optional.of(Instant.parse(String.valueOf(entry.getValue("at"))));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private static Optional<Note> note(String type, JsonObject body, long at) {
    return switch (type) {
      case "CallerSaid" -> some(at, Note.Kind.CALLER_SAID, text(body, "text"), "");
      case "AgentSaid" ->
          some(
              at,
              Note.Kind.AI_SAID,
              text(body, "text"),
              (text(body, "source") + " " + text(body, "detail")).strip());
      case "PersonSaid" ->
          text(body, "who").equals("caller")
              ? some(at, Note.Kind.CALLER_SAID, text(body, "text"), "")
              : some(at, Note.Kind.PERSON_SAID, text(body, "text"), "");
      case "PromptHeard" ->
          some(
              at,
              Note.Kind.PROMPT_HEARD,
              text(body, "text"),
              body.getBoolean("whole", true) ? "whole" : "cut");
      case "ConfirmationAsked" ->
          some(at, Note.Kind.READ_BACK, text(body, "tool"), text(body, "readBack"));
      case "ToolIntended" -> some(at, Note.Kind.TOOL, text(body, "tool"), text(body, "arguments"));
      case "ToolFinished" ->
          some(at, Note.Kind.TOOL_DONE, text(body, "tool"), text(body, "summary"));
      case "EscalationFired" ->
          some(
              at,
              Note.Kind.RULE,
              text(body, "rule"),
              text(body, "effect") + ": " + text(body, "reason"));
      case "PhaseChanged" -> some(at, Note.Kind.PHASE, text(body, "to"), "");
      case "TransferStarted" -> some(at, Note.Kind.TRANSFER, "transfer", text(body, "rule"));
      case "TransferChanged" ->
          some(at, Note.Kind.TRANSFER, text(body, "state"), text(body, "detail"));
      case "OfferChanged" ->
          some(at, Note.Kind.TRANSFER, "offer " + text(body, "state"), text(body, "detail"));
      case "PartDegraded" -> some(at, Note.Kind.TROUBLE, text(body, "part"), text(body, "step"));
      case "PartReplaced" ->
          some(
              at,
              Note.Kind.TROUBLE,
              text(body, "part"),
              replaced(text(body, "from"), text(body, "to")) + ": " + text(body, "why"));
      case "PartFailed" ->
          some(at, Note.Kind.TROUBLE, text(body, "part"), "failed: " + text(body, "why"));
      case "LineTroubled" -> some(at, Note.Kind.TROUBLE, "line", text(body, "kind"));
      case "CallEnded" -> some(at, Note.Kind.ENDED, text(body, "outcome"), text(body, "by"));
      default -> Optional.empty();
    };
  }

  private static String replaced(String from, String to) {
    return from + (to.isEmpty() ? " given up, and there is no other" : " replaced by " + to);
  }

  private static Optional<Note> some(long at, Note.Kind kind, String text, String detail) {
    return Optional.of(new Note(at, kind, text, detail));
  }

  private static String text(JsonObject body, String key) {
    Object value = body.getValue(key);
    return value == null ? "" : value.toString();
  }
}
