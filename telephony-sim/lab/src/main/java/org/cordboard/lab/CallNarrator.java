package org.cordboard.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells a call as a conversation: ledger entries in, printable lines for a terminal out. Keeps only
 * what the next lines need; what it does not know it leaves out.
 */
final class CallNarrator {
  private static final int WIDTH = 92;
  private static final String INDENT = " ".repeat(18);

  private final Ink ink;
  private @Nullable Instant began;

  CallNarrator(Ink ink) {
    this.ink = ink;
  }

  /** The lines for one entry {@code {sequence, at, type, version, body}}; often none. */
  List<String> tell(JsonNode anything) {
    JsonNode entry = Printable.tree(anything);
    Instant at = Instant.parse(entry.path("at").asText());
    if (began == null) {
      began = at;
    }
    JsonNode body = entry.path("body");
    String time = ink.dim(clock(at));
    return switch (entry.path("type").asText()) {
      case "CallOffered" ->
          List.of(time + "  " + ink.bold("the telephone rings") + "  " + body.path("to").asText());
      case "CallerSaid" -> said(time, ink.caller("caller"), body);
      case "AgentSaid" -> spoken(time, body);
      case "PersonSaid" -> person(time, body);
      case "PromptHeard" -> cut(body);
      case "Understood" -> note(understood(body));
      case "ConfirmationAsked" -> note("asks for a yes before: " + body.path("tool").asText());
      case "ConfirmationGiven" ->
          note(body.path("yes").asBoolean() ? "confirmed" : "not confirmed");
      case "ToolIntended" ->
          note("calls " + body.path("tool").asText() + " " + pairs(body.path("arguments")));
      case "ToolFinished" ->
          note(
              (body.path("ok").asBoolean() ? "done: " : "refused: ")
                  + body.path("summary").asText());
      case "KnowledgeUsed" -> note("from " + join(body.path("sources")));
      case "KnowledgeMissing" -> note("the documents do not say");
      case "EscalationFired" ->
          List.of(
              INDENT
                  + ink.warn(
                      "rule "
                          + body.path("rule").asText()
                          + " → "
                          + body.path("effect").asText()
                          + ": "
                          + body.path("reason").asText()));
      case "PhaseChanged" ->
          List.of(INDENT + ink.dim(body.path("from").asText() + " → " + body.path("to").asText()));
      case "DialIntended" -> note("rings " + body.path("name").asText());
      case "OfferChanged" -> note("offer: " + offer(body));
      case "TransferChanged" ->
          note(
              "transfer: "
                  + body.path("state").asText().toLowerCase(Locale.ROOT)
                  + " "
                  + body.path("detail").asText());
      case "PartDegraded" ->
          List.of(
              INDENT
                  + ink.bad(
                      "in trouble: "
                          + body.path("part").asText()
                          + " → "
                          + body.path("step").asText()));
      case "CallerElsewhere" ->
          note(
              "there was no gateway: the number's fallback "
                  + (body.path("answered").asBoolean()
                      ? "has put the caller through to a person, and there they stay"
                      : "rings a person"));
      case "PartReplaced" -> List.of(INDENT + ink.bad(replaced(body)));
      case "PartFailed" ->
          List.of(
              INDENT
                  + ink.bad(body.path("part").asText() + " failed: " + body.path("why").asText()));
      case "LineTroubled" ->
          List.of(INDENT + ink.bad("the line is bad: " + body.path("kind").asText()));
      case "LanguageChosen" ->
          body.path("why").asText().equals("usual")
              ? List.of()
              : note("in " + body.path("language").asText() + ": " + body.path("why").asText());
      case "MenuGiven" -> note("the caller gets the keypad menu: " + body.path("reason").asText());
      case "PromiseMade" -> note("promised: " + body.path("text").asText());
      case "OwnerTaken" ->
          body.path("node").asText().isEmpty()
              ? List.of()
              : note("owner: " + body.path("node").asText());
      case "Replied" -> reply(body);
      case "SpokenOver" ->
          note("over our voice, " + body.path("kind").asText() + ": " + body.path("text").asText());
      case "CallEnded" ->
          List.of(
              time
                  + "  "
                  + ink.bold(
                      "the call ends: "
                          + body.path("outcome").asText().toLowerCase(Locale.ROOT)
                          + ", by "
                          + body.path("by").asText().toLowerCase(Locale.ROOT))
                  + ink.dim("  " + body.path("reason").asText()));
      default -> List.of();
    };
  }

  private String clock(Instant at) {
    Instant from = began == null ? at : began;
    Duration since = Duration.between(from, at);
    return String.format(
        Locale.ROOT,
        "%02d:%02d.%d",
        since.toMinutes(),
        since.toSecondsPart(),
        since.toMillisPart() / 100);
  }

  private List<String> said(String time, String who, JsonNode body) {
    String sure = String.format(Locale.ROOT, "%.2f", body.path("confidence").asDouble());
    String how = body.path("keyed").asBoolean() ? "keys" : sure;
    return wrapped(
        time + "  " + pad(who, "caller"), body.path("text").asText(), ink.dim("  " + how));
  }

  private List<String> spoken(String time, JsonNode body) {
    String why = body.path("source").asText().toLowerCase(Locale.ROOT);
    return wrapped(
        time + "  " + pad(ink.ai("AI"), "AI"), body.path("text").asText(), ink.dim("  " + why));
  }

  private List<String> person(String time, JsonNode body) {
    boolean caller = body.path("who").asText().equals("caller");
    String who = caller ? ink.caller("caller") : ink.person("person");
    return wrapped(
        time + "  " + pad(who, caller ? "caller" : "person"), body.path("text").asText(), "");
  }

  private List<String> cut(JsonNode body) {
    return body.path("whole").asBoolean()
        ? List.of()
        : note("cut off; heard: “" + body.path("text").asText() + "”");
  }

  private static String offer(JsonNode body) {
    String state = body.path("state").asText();
    String why = state.equals("FAILED") ? ", " + body.path("detail").asText() : "";
    return state.toLowerCase(Locale.ROOT) + why;
  }

  private static String replaced(JsonNode body) {
    String next = body.path("to").asText();
    return body.path("part").asText()
        + " "
        + body.path("from").asText()
        + (next.isEmpty() ? " is given up, and there is no other" : " is replaced by " + next)
        + ": "
        + body.path("why").asText()
        + (body.path("late").asBoolean() ? "; the caller had to wait" : "");
  }

  private List<String> reply(JsonNode body) {
    return note(
        String.format(
            Locale.ROOT,
            "answered after %.2f s (end of turn %d ms, words %d ms, answer %d ms)",
            body.path("afterMs").asLong() / 1000.0,
            body.path("endpointMs").asLong(),
            body.path("decodeMs").asLong(),
            body.path("thinkMs").asLong()));
  }

  private static String understood(JsonNode body) {
    StringBuilder text = new StringBuilder(body.path("intent").asText());
    text.append(String.format(Locale.ROOT, " %.2f", body.path("confidence").asDouble()));
    String slots = pairs(body.path("slots"));
    if (!slots.isEmpty()) {
      text.append("  ").append(slots);
    }
    String mood = body.path("mood").asText();
    return mood.isEmpty() || mood.equals("calm") ? text.toString() : text + "  mood: " + mood;
  }

  private List<String> note(String text) {
    return List.of(INDENT + ink.dim("· " + text));
  }

  private static String pairs(JsonNode map) {
    List<String> pairs = new ArrayList<>();
    map.fields()
        .forEachRemaining(field -> pairs.add(field.getKey() + "=" + field.getValue().asText()));
    return String.join(" ", pairs);
  }

  private static String join(JsonNode list) {
    List<String> items = new ArrayList<>();
    list.forEach(item -> items.add(item.asText()));
    return String.join(", ", items);
  }

  private static String pad(String painted, String plain) {
    return painted + " ".repeat(Math.max(1, 9 - plain.length()));
  }

  private static List<String> wrapped(String head, String text, String tail) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() + 1 > WIDTH - INDENT.length() && !line.isEmpty()) {
        lines.add((lines.isEmpty() ? head : INDENT) + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add((lines.isEmpty() ? head : INDENT) + line + tail);
    return lines;
  }
}
