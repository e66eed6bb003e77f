package org.cordboard.sim.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallNotesTest {
  private static final Instant BEGUN = Instant.parse("2026-01-05T10:00:00Z");
  private final JsonArray ledger = new JsonArray();

  private void entry(long atMs, String type, String... body) {
    JsonObject fields = new JsonObject();
    for (int i = 0; i < body.length; i += 2) {
      fields.put(body[i], body[i + 1]);
    }
    ledger.add(
        new JsonObject()
            .put("sequence", ledger.size() + 1)
            .put("at", BEGUN.plusMillis(atMs).toString())
            .put("type", type)
            .put("body", fields));
  }

  private CallNotes notes() {
    return LedgerNotes.of(ledger, Optional.of(BEGUN));
  }

  private TurnKind kind(long fromMs, long toMs) {
    return notes().kindOf(new Stretch(fromMs * 8, toMs * 8));
  }

  @Test
  void replyIsOfTheKindThatTheLedgerTells() {
    entry(300, "AgentSaid", "text", "Hello.", "source", "PLAYBOOK");
    entry(5_600, "CallerSaid", "text", "How can I pay?");
    entry(5_800, "AgentSaid", "text", "By card.", "source", "KNOWLEDGE");
    entry(10_600, "CallerSaid", "text", "1 2 3 4 5 6");
    entry(10_610, "ToolIntended", "tool", "order_status");
    entry(10_620, "ToolFinished", "tool", "order_status", "summary", "on its way");
    entry(10_700, "AgentSaid", "text", "It is on its way.", "source", "TOOL");
    entry(20_600, "CallerSaid", "text", "Refund it.");
    entry(20_650, "ConfirmationAsked", "tool", "refund_order");
    entry(20_700, "AgentSaid", "text", "Shall I?", "source", "TOOL");
    entry(30_600, "CallerSaid", "text", "A person, please.");
    entry(30_620, "EscalationFired", "rule", "R14", "effect", "transfer-now");
    entry(30_700, "AgentSaid", "text", "I connect you.", "source", "RULE");
    assertThat(kind(5_000, 6_000)).isEqualTo(TurnKind.ANSWER);
    assertThat(kind(10_000, 11_000)).isEqualTo(TurnKind.TOOL_ANSWER);
    assertThat(kind(20_000, 21_000)).isEqualTo(TurnKind.READ_BACK);
    assertThat(kind(30_000, 31_000)).isEqualTo(TurnKind.HAND_OVER);
  }

  @Test
  void partsThatFailedOrWereReplacedAreTroubleAndOffersTellWhy() {
    entry(100, "PartReplaced", "part", "voice", "from", "node", "to", "freetts", "why", "broke");
    entry(200, "PartReplaced", "part", "recognizer", "from", "vosk", "to", "", "why", "late");
    entry(300, "PartFailed", "part", "recognizer", "why", "IOException");
    entry(400, "OfferChanged", "state", "UNANSWERED", "detail", "rang out");
    assertThat(notes().all())
        .containsExactly(
            new Note(100, Note.Kind.TROUBLE, "voice", "node replaced by freetts: broke"),
            new Note(
                200, Note.Kind.TROUBLE, "recognizer", "vosk given up, and there is no other: late"),
            new Note(300, Note.Kind.TROUBLE, "recognizer", "failed: IOException"),
            new Note(400, Note.Kind.TRANSFER, "offer UNANSWERED", "rang out"));
  }

  @Test
  void replyOfAPersonIsTheirs() {
    entry(5_600, "CallerSaid", "text", "Hello?");
    entry(6_000, "PersonSaid", "who", "person", "text", "This is Dana.");
    assertThat(kind(9_000, 9_500)).isEqualTo(TurnKind.PERSON);
  }

  @Test
  void withoutNotesARepliesKindIsNotKnown() {
    assertThat(CallNotes.NONE.kindOf(new Stretch(0, 8_000))).isEqualTo(TurnKind.REPLY);
  }

  @Test
  void soundIsWhatTheNearestNoteSaysItWasMeantToBe() {
    CallNotes planned =
        CallNotes.NONE.and(List.of(new Note(4_000, Note.Kind.CALLER_SOUND, "backchannel", "Yeah")));
    assertThat(planned.soundAt(new Stretch(4_100 * 8, 4_500 * 8)))
        .isEqualTo(CallerSound.BACKCHANNEL);
    assertThat(planned.soundAt(new Stretch(9_000 * 8, 9_500 * 8))).isEqualTo(CallerSound.SPEECH);
  }

  @Test
  void unknownTypesAndBrokenTimesArePassedOver() {
    entry(100, "SomethingNew", "text", "?");
    ledger.add(new JsonObject().put("at", "yesterday").put("type", "CallerSaid"));
    ledger.add("text");
    assertThat(notes().all()).isEmpty();
  }

  @Test
  void withoutABeginningTheFirstEntryIsTheBeginning() {
    entry(7_000, "CallOffered", "from", "+15550100");
    entry(7_250, "AgentSaid", "text", "Hello.");
    assertThat(LedgerNotes.of(ledger, Optional.empty()).all())
        .singleElement()
        .extracting(Note::atMs)
        .isEqualTo(250L);
  }
}
