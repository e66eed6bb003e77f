package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls in which the store, or another part, is lost in the middle. */
class StoreLossTest {
  private static final String NOT_DONE = "I can't do that just now, and nothing has been changed.";
  private static final String TRANSFERRING =
      "Of course. I'm getting someone for you now. Please stay on the line.";

  private final Rehearsal call = new Rehearsal().start();

  private String readBackOf(String number) {
    call.say("I'd like a refund please");
    return call.say(number);
  }

  @Test
  void aStoreThatIsLostBeforeTheLookUpMeansNotDoneAndOneQuestion() {
    call.say("I'd like a refund please");
    call.effects.away = true;
    call.store.degrade(true);
    call.when(() -> call.dialog.degraded("store"));

    assertThat(call.answer()).isEmpty();
    assertThat(call.say("481927")).isEqualTo(NOT_DONE + " Would you like me to get you a person?");
    assertThat(call.events(DialogEvent.ToolFinished.class))
        .singleElement()
        .satisfies(finished -> assertThat(finished.summary()).startsWith("not done"));
    assertThat(call.say("yes")).isEqualTo(TRANSFERRING);
  }

  @Test
  void aWishThatCannotBeServedAgainIsTransferredWithoutAsking() {
    call.say("I'd like a refund please");
    call.effects.away = true;
    call.say("481927");

    assertThat(call.say("I want my money back for the order"))
        .isEqualTo(
            NOT_DONE + " I'm getting someone who can help with this. Please stay on the line.");
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void aStoreThatIsLostBetweenTheIntentAndTheEffectMeansNotDone() {
    readBackOf("481927");
    call.effects.awayForEffects = true;

    assertThat(call.say("yes")).startsWith(NOT_DONE).endsWith("get you a person?");
    assertThat(call.events(DialogEvent.ToolIntended.class)).hasSize(1);
  }

  @Test
  void anEffectThatMayHaveBeenDoneBeforeStaysInDoubt() {
    readBackOf("481927");
    call.effects.broken = true;
    call.say("yes");
    call.when(() -> call.dialog.transferReturned("nobody"));
    call.effects.broken = false;
    call.effects.awayForEffects = true;
    call.say("no thanks");
    call.say("I want a refund for order 481927");

    assertThat(call.say("yes")).contains("a colleague will check").doesNotContain("changed");
  }

  @Test
  void theStatusOfAnOrderIsToldWithoutTheStore() {
    call.effects.away = true;
    call.store.degrade(true);
    call.when(() -> call.dialog.degraded("store"));

    call.say("where is my order");
    assertThat(call.say("481927")).contains("was delivered").doesNotContain("technical");
    assertThat(call.say("what is your return policy")).contains("returned");
  }

  @Test
  void noMessageIsPromisedWithoutTheStore() {
    call.store.degrade(true);

    assertThat(call.say("can I leave a message"))
        .isEqualTo("I can't take a message just now. Would you like me to get you a person?");
    call.say("yes");
    assertThat(call.when(() -> call.dialog.transferReturned("nobody")))
        .contains("nobody is free", "can't take a message", "try again");
    call.say("yes please");
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
    assertThat(call.events(DialogEvent.PromiseMade.class)).isEmpty();
  }

  @Test
  void aFailingPartIsToldAfterTheAnswerWhenNothingElseIsAsked() {
    call.say("where is my order");
    assertThat(call.when(() -> call.dialog.degraded("voice"))).isEmpty();

    assertThat(call.say("481927")).contains("was delivered").endsWith("get you a person?");
    assertThat(call.events(DialogEvent.EscalationFired.class)).hasSize(1);
  }
}
