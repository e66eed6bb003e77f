package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cordboard.dialog.DialogEvent;
import org.junit.jupiter.api.Test;

class BriefBuilderTest {
  private final FakeLedger ledger = new FakeLedger();

  private Brief brief() {
    return new BriefBuilder(FakeLedger.CODEC)
        .build(ledger.entries(), "asked for a person", "billing");
  }

  private void refundCall() {
    ledger.append(
        new DialogEvent.CallerSaid(1, "I want my money back for order 4417", 0.9, false, 0, 1));
    ledger.append(
        new DialogEvent.Understood(1, "refund", 0.9, Map.of("order-number", "4417"), "upset", 0.7));
    ledger.append(new DialogEvent.ToolIntended("k1", "order-status", Map.of("order", "4417")));
    ledger.append(
        new DialogEvent.ToolFinished(
            "k1", "order-status", true, Map.of("name", "Jordan Lee"), "Order is on its way"));
    ledger.append(new DialogEvent.ConfirmationAsked("k2", "refund", Map.of(), "Refund 12 dollars"));
    ledger.append(new DialogEvent.PromiseMade("p1", "callback", "A call back by noon"));
  }

  @Test
  void everyFactPointsToTheEntryItRestsOn() {
    refundCall();
    Brief brief = brief();
    assertThat(brief.facts())
        .contains(
            new Brief.Fact("order number: 4417", "“I want my money back for order 4417”", 1),
            new Brief.Fact("name: Jordan Lee", "look-up order-status", 4));
    assertThat(brief.tried())
        .containsExactly(new Brief.Fact("Order is on its way", "look-up order-status", 4));
    assertThat(brief.promises())
        .containsExactly(new Brief.Fact("A call back by noon", "callback p1", 6));
  }

  @Test
  void whoSaysHowTheyWereIdentified() {
    refundCall();
    assertThat(brief().who()).isEqualTo("Jordan Lee, identified by order 4417");
    assertThat(new BriefBuilder(FakeLedger.CODEC).build(List.of(), "", "").who())
        .isEqualTo("caller not identified");
  }

  @Test
  void whatIsOpenIsListedAndSuggestsTheNextStep() {
    refundCall();
    assertThat(brief().open()).containsExactly("not confirmed: Refund 12 dollars");
    assertThat(brief().inferred())
        .extracting(Brief.Fact::text)
        .containsExactly("Seems upset", "Suggested: ask for the confirmation: Refund 12 dollars");
    assertThat(brief().inferred())
        .allSatisfy(fact -> assertThat(fact.evidence()).contains("inferred"));
  }

  @Test
  void failedToolIsTriedAndStillOpen() {
    ledger.append(new DialogEvent.ToolIntended("k1", "refund", Map.of()));
    ledger.append(new DialogEvent.ToolFinished("k1", "refund", false, Map.of(), "Refund declined"));
    assertThat(brief().tried())
        .extracting(Brief.Fact::text)
        .containsExactly("Failed: Refund declined");
    assertThat(brief().open()).containsExactly("Refund declined");
  }

  @Test
  void turnThatWasNotUnderstoodKeepsTheTopic() {
    refundCall();
    ledger.append(new DialogEvent.Understood(2, "unknown", 0.1, Map.of(), "neutral", 0));
    assertThat(brief().why()).isEqualTo("refund; asked for a person");
  }

  @Test
  void effectWithoutAResultIsOpen() {
    ledger.append(new DialogEvent.ToolIntended("k1", "refund", Map.of()));
    assertThat(brief().open()).containsExactly("refund was begun, result unknown");
  }

  @Test
  void whisperLastsTenSecondsAtMost() {
    refundCall();
    ledger.append(
        new DialogEvent.ToolFinished(
            "k3",
            "note",
            true,
            Map.of(),
            "A very long summary that goes on about number 123456789 and many other things that"
                + " nobody could listen to in the time that is left for it"));
    String whisper = brief().whisper();
    int words = Arrays.stream(whisper.split(" ")).mapToInt(Whisper::cost).sum();
    assertThat(words).isLessThanOrEqualTo(25);
    assertThat(whisper).startsWith("Jordan Lee. refund, asked for a person.").endsWith(".");
  }

  @Test
  void whisperOfAnEmptyLedgerStillSaysWhy() {
    assertThat(brief().whisper())
        .isEqualTo("A caller, not identified. billing, asked for a person.");
  }

  @Test
  void entriesOfUnknownKindAreSkipped() {
    ledger.entries.add(
        new org.cordboard.dialog.ledger.LedgerEntry(
            1, java.time.Instant.EPOCH, "FromTheFuture", 9, "{}"));
    assertThat(brief().facts()).isEmpty();
  }
}
