package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Wishes that the recogniser or the caller left unclear. */
class UnclearWishTest {
  private final Rehearsal call = new Rehearsal().start();

  private long used(String tool) {
    return call.events(DialogEvent.ToolIntended.class).stream()
        .filter(intended -> intended.tool().equals(tool))
        .count();
  }

  @Test
  void anUnclearWishNeverRepeatsATool() {
    call.say("where is my order");
    call.say("481927");

    assertThat(call.say("back order please")).endsWith("?");
    assertThat(call.answer()).doesNotContain("delivered on");
    assertThat(used("order_status")).isOne();
  }

  @Test
  void theLikeliestWishIsAskedAfterAndAYesDoesIt() {
    call.say("back order please");
    assertThat(call.answer()).isEqualTo("Sorry, did you want to get a refund?");
    assertThat(call.prompt().expecting()).isEqualTo(Expecting.YES_NO);

    assertThat(call.say("yes please")).contains("six-digit order number");
    assertThat(call.say("481927")).contains("Shall I go ahead?");
  }

  @Test
  void aNoToTheLikeliestWishAsksWhatIsWanted() {
    call.say("back order please");

    assertThat(call.say("no")).contains("check an order", "get you a person");
    assertThat(call.events(DialogEvent.ToolIntended.class)).isEmpty();
  }

  @Test
  void aSecondUnclearWishIsOfferedAPerson() {
    call.say("back order please");

    assertThat(call.say("sort out the money on this")).contains("person");
  }

  @Test
  void aQuestionWithAMisheardWordIsAnsweredFromTheDocumentEachTime() {
    for (String heard :
        List.of(
            "Why are you opening hours?", "Why are your stores?", "Can I pay and installments?")) {
      call.say(heard);
      assertThat(call.actions(DialogAction.Say.class)).isNotEmpty();
      assertThat(call.answer()).doesNotContain("person", "not sure", "catch that");
    }

    assertThat(call.events(DialogEvent.EscalationFired.class)).isEmpty();
    assertThat(call.events(DialogEvent.KnowledgeUsed.class))
        .extracting(used -> used.sources().get(0).replaceAll("#.*", ""))
        .containsExactly("hours-and-stores.md", "hours-and-stores.md", "payment.md");
  }

  @Test
  void whatNoDocumentAnswersStillCountsAsNotUnderstood() {
    call.say("why are you opening doors");
    call.say("the thing with the thing");
    assertThat(call.events(DialogEvent.KnowledgeUsed.class)).isEmpty();
    assertThat(call.events(DialogEvent.EscalationFired.class))
        .isNotEmpty()
        .allMatch(fired -> fired.rule().equals("R12"));
  }

  @Test
  void bareHelpAsksWhatIsNeeded() {
    assertThat(call.say("help me please")).endsWith("?").contains("order");
    assertThat(call.actions(DialogAction.Escalate.class)).isEmpty();
  }

  @Test
  void bareZeroBringsAPersonUnlessDigitsAreExpected() {
    call.say("where is my order");
    assertThat(call.say("zero")).doesNotContain("getting someone");

    Rehearsal other = new Rehearsal().start();
    assertThat(other.say("Zero.")).contains("getting someone");
  }
}
