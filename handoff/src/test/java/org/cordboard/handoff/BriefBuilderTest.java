package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.handoff.Brief.Fact;
import org.junit.jupiter.api.Test;

class BriefBuilderTest {

  private static List<String> texts(List<Fact> facts) {
    return facts.stream().map(Fact::text).toList();
  }

  @Test
  void wholeCallReadsAsAPersonWouldTellIt() {
    Brief brief = DemoCall.whole().brief();
    assertThat(brief.who())
        .isEqualTo("caller with order 481927 (identified by order number), calling from +15550123");
    assertThat(brief.why())
        .isEqualTo(
            "order status: “Hello, where is my order?”; then refund, question; asked for a person");
    assertThat(texts(brief.facts()))
        .containsExactly(
            "Order number 481927",
            "Order 481927: the camping stove, 24.90 USD, delivered 16 November 2026");
    assertThat(texts(brief.tried()))
        .containsExactly(
            "Order 481927 (the camping stove): told the caller that it was delivered on"
                + " 16 November 2026",
            "Order 481927 (the camping stove): refunded 24.90 USD");
    assertThat(brief.open()).isEmpty();
    assertThat(texts(brief.inferred())).containsExactly("Suggested: ask what else they need");
    assertThat(brief.whisper())
        .isEqualTo(
            "The caller asked for a person. Order 481927: refunded 24.90 USD. It began with: order"
                + " status.");
  }

  @Test
  void everyFactPointsToTheEntryItRestsOn() {
    DemoCall call = DemoCall.whole();
    for (Fact fact : call.brief().facts()) {
      LedgerEntry entry = call.ledger.entries().get((int) fact.entry() - 1);
      boolean said = fact.evidence().equals("caller: 4, 8, 1, 9, 2, 7.");
      assertThat(entry.type()).isEqualTo(said ? "CallerSaid" : "ToolFinished");
      assertThat(entry.body()).contains(said ? "4, 8, 1, 9, 2, 7." : "the camping stove");
    }
  }

  @Test
  void evidenceOfALookUpNamesIt() {
    assertThat(DemoCall.whole().brief().facts())
        .extracting(Fact::evidence)
        .containsExactly("caller: 4, 8, 1, 9, 2, 7.", "look-up: refund order");
  }

  @Test
  void refundNotYetConfirmedIsOpenAndTheNextStep() {
    Brief brief = new DemoCall().whereIsMyOrder().wantsRefund().asksForPerson().brief();
    assertThat(brief.open())
        .containsExactly("Refund of order 481927 was read back and not confirmed");
    assertThat(texts(brief.inferred()))
        .containsExactly(
            "Suggested: ask for the confirmation (refund of order 481927 was read back and not"
                + " confirmed)");
    assertThat(brief.whisper())
        .startsWith(
            "The caller asked for a person. Refund of order 481927 was read back and not"
                + " confirmed.");
  }

  @Test
  void refundDeclinedByTheCallerIsTriedAndNotOpen() {
    Brief brief =
        new DemoCall().whereIsMyOrder().wantsRefund().answers(false).asksForPerson().brief();
    assertThat(texts(brief.tried())).contains("Refund of order 481927 declined by the caller");
    assertThat(brief.open()).isEmpty();
  }

  @Test
  void refusedRefundIsOpenWithItsReasonOnTheScreenAndWithoutItInTheEar() {
    Brief brief =
        new DemoCall()
            .whereIsMyOrder()
            .caller("I want my money back", "refund")
            .refused()
            .asksForPerson()
            .brief();
    assertThat(brief.open())
        .containsExactly(
            "Refund of order 481927 refused: I'm sorry, the camping stove is something we can't"
                + " take back, so I can't refund order 481927.");
    assertThat(texts(brief.tried())).contains(brief.open().get(0));
    assertThat(brief.whisper()).contains("Refund of order 481927 refused.");
  }

  @Test
  void effectWithoutAResultIsOpen() {
    DemoCall call = new DemoCall();
    call.ledger.append(new DialogEvent.ToolIntended("k1", "refund", Map.of()));
    assertThat(call.brief().open()).containsExactly("Refund was begun, its result is not known");
  }

  @Test
  void questionThatTheDocumentsDoNotAnswerIsOpen() {
    Brief brief = new DemoCall().asksQuestion(false).asksForPerson().brief();
    assertThat(brief.open())
        .containsExactly("Not answered: How long do I have to return something?");
    assertThat(texts(brief.inferred()).get(0)).startsWith("Suggested: answer (not answered: How");
  }

  @Test
  void wishThatOnlyAPersonCanFulfilIsOpenAndTheReason() {
    Brief brief =
        new DemoCall()
            .caller("I want to cancel my order", "cancel_order")
            .escalated("R14", "cancel an order")
            .brief("cancel an order");
    assertThat(brief.why())
        .isEqualTo("cancel order: “I want to cancel my order”; wants to cancel an order");
    assertThat(brief.open()).containsExactly("Cancel order: “I want to cancel my order”");
    assertThat(brief.whisper()).startsWith("The caller wants to cancel an order.");
  }

  @Test
  void greetingAndThanksAreNoTopics() {
    Brief brief =
        new DemoCall()
            .caller("Good morning", "greeting")
            .agent("Hello! How can I help?", "playbook", "")
            .whereIsMyOrder()
            .caller("Thank you", "thanks")
            .agent("You're welcome.", "playbook", "")
            .asksForPerson()
            .brief();
    assertThat(brief.why()).startsWith("order status: “Hello, where is my order?”; asked");
    assertThat(brief.open()).isEmpty();
  }

  @Test
  void numberThatIsNotOnFileIdentifiesNobody() {
    DemoCall call = new DemoCall().from("+15550123");
    call.caller("111111", "unknown", Map.of("order_number", "111111"), "calm");
    call.ledger.append(
        new DialogEvent.ToolFinished(
            "k", "order_status", false, Map.of("order_number", "111111", "found", "false"), "x"));
    Brief brief = call.asksForPerson().brief();
    assertThat(brief.who()).isEqualTo("caller not identified, calling from +15550123");
    assertThat(texts(brief.tried())).containsExactly("Order 111111 is not on file");
    assertThat(brief.whisper()).endsWith("Number ending in 0123.");
  }

  @Test
  void nameFromALookUpBeatsTheOneTheCallerGave() {
    DemoCall call = new DemoCall();
    call.caller("I am Jo", "unknown", Map.of("name", "Jo"), "calm");
    assertThat(call.brief().who()).isEqualTo("Jo (as the caller said)");
    call.ledger.append(new DialogEvent.ToolIntended("k", "find_customer", Map.of("id", "C44")));
    call.ledger.append(
        new DialogEvent.ToolFinished(
            "k", "find_customer", true, Map.of("name", "Jordan Lee", "vip", "true"), "Found."));
    assertThat(call.brief().who()).isEqualTo("Jordan Lee (identified by id C44)");
    assertThat(call.asksForPerson().brief().whisper()).startsWith("Jordan Lee asked for a person.");
  }

  @Test
  void moodIsTheLatestAndSaysWhatItIsInferredFrom() {
    DemoCall call = new DemoCall();
    call.caller("This is a disgrace", "unknown", Map.of(), "angry");
    assertThat(call.brief().inferred().get(0))
        .isEqualTo(
            new Fact(
                "Seems angry", "inferred from caller: This is a disgrace (anger 80 of 100)", 1));
    call.caller("Fine", "unknown").caller("All right", "unknown");
    assertThat(texts(call.brief().inferred())).containsExactly("Was angry earlier, calm since");
  }

  @Test
  void promisesAreListedWithTheirIds() {
    DemoCall call = new DemoCall();
    call.ledger.append(new DialogEvent.PromiseMade("p1", "callback", "a call by noon"));
    assertThat(call.brief().promises())
        .containsExactly(new Fact("Callback: a call by noon", "promise p1", 1));
  }

  @Test
  void briefOfAnEmptyLedgerStillSaysWhy() {
    Brief brief = new DemoCall().brief("recognizer is failing");
    assertThat(brief.why()).isEqualTo("billing; recognizer is failing");
    assertThat(brief.whisper()).isEqualTo("The caller needs a person: recognizer is failing.");
  }

  @Test
  void entriesOfUnknownKindAndBrokenOnesAreSkipped() {
    DemoCall call = new DemoCall();
    call.ledger.entries.add(new LedgerEntry(1, Instant.EPOCH, "FromTheFuture", 9, "{}"));
    call.ledger.entries.add(new LedgerEntry(2, Instant.EPOCH, "CallOffered", 1, "{"));
    assertThat(call.brief().facts()).isEmpty();
    assertThat(call.brief().who()).isEqualTo("caller not identified");
  }
}
