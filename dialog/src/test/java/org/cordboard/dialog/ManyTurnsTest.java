package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManyTurnsTest {
  private final Rehearsal call = new Rehearsal();

  @Test
  void aNoticeThatWasTalkedOverIsSaidAgainAndThenCounts() {
    call.hearing = false;
    call.start();
    call.dialog.interrupted();
    call.dialog.heard(1, "Thanks for calling", false);
    call.dialog.heard(2, "", false);
    call.dialog.heard(3, "", false);
    assertThat(call.events(DialogEvent.NoticeHeard.class)).isEmpty();

    call.hearing = true;
    assertThat(call.say("where is my order")).contains("an AI assistant", "recorded", "number");
    assertThat(call.events(DialogEvent.NoticeHeard.class))
        .extracting(DialogEvent.NoticeHeard::notice)
        .containsExactly("ai", "recording");
    assertThat(call.say("481927")).doesNotContain("recorded");
  }

  @Test
  void itAlwaysSaysThatItIsAnAi() {
    call.start();

    assertThat(call.say("are you a real person or a robot?")).contains("I'm an AI assistant");
  }

  @Test
  void silenceIsPromptedThreeTimesAndThenEndsTheCall() {
    call.start();

    assertThat(call.when(() -> call.dialog.callerSilent(1)))
        .contains("still there", "How can I help?");
    call.when(() -> call.dialog.callerSilent(2));
    assertThat(call.when(() -> call.dialog.callerSilent(3))).contains("press zero");
    assertThat(call.actions(DialogAction.HangUp.class)).isEmpty();
    call.when(() -> call.dialog.callerSilent(4));
    assertThat(call.actions(DialogAction.HangUp.class))
        .containsExactly(new DialogAction.HangUp("silence"));
  }

  @Test
  void silenceIsNotBelievedWhileTheRecogniserFails() {
    call.start();
    call.when(() -> call.dialog.notUnderstood(true));
    call.when(() -> call.dialog.callerSilent(1));
    assertThat(call.actions(DialogAction.Escalate.class)).isEmpty();

    call.when(() -> call.dialog.callerSilent(2));

    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
    assertThat(call.actions(DialogAction.HangUp.class)).isEmpty();
  }

  @Test
  void silenceIsBelievedAgainOnceTheCallerWasHeard() {
    call.start();
    call.when(() -> call.dialog.notUnderstood(true));
    call.say("where is my order");

    call.when(() -> call.dialog.callerSilent(4));

    assertThat(call.actions(DialogAction.HangUp.class)).hasSize(1);
  }

  @Test
  void afterDangerTheAiNeverHangsUpAndSaysTheNumberUninterrupted() {
    call.start();

    assertThat(call.say("there is a fire in my house, people are trapped")).contains("9 1 1");
    assertThat(call.prompt().interruptible()).isFalse();
    assertThat(call.actions(DialogAction.Escalate.class))
        .singleElement()
        .satisfies(up -> assertThat(up.first()).isTrue());
    call.when(() -> call.dialog.callerSilent(4));
    call.say("goodbye");
    assertThat(call.actions(DialogAction.HangUp.class)).isEmpty();
  }

  @Test
  void nobodyFreeBecomesAMessageThatIsOwed() {
    call.start();
    call.say("let me talk to a human");
    call.when(() -> call.dialog.transferStarted());

    assertThat(call.when(() -> call.dialog.transferReturned("nobody"))).contains("take a message");
    assertThat(call.say("yes")).contains("tell me your message");
    assertThat(call.say("please call me about the tent I bought")).contains("passed your message");
    assertThat(call.events(DialogEvent.PromiseMade.class)).hasSize(1);
    assertThat(call.promises.open()).hasSize(1);
  }

  @Test
  void callerWhosePersonWasCutOffIsToldSoAndOfferedAnother() {
    call.start();
    call.say("let me talk to a human");
    call.when(() -> call.dialog.transferStarted());

    assertThat(call.when(() -> call.dialog.transferReturned("dropped")))
        .contains("cut off", "try again");
    call.say("yes please");
    assertThat(call.actions(DialogAction.Escalate.class))
        .singleElement()
        .satisfies(up -> assertThat(up.reason()).contains("asked for a person", "accepted"));
  }

  @Test
  void neverMindCallsTheTransferOff() {
    call.start();
    call.say("let me talk to a human");
    call.when(() -> call.dialog.transferStarted());

    call.say("oh, never mind");

    assertThat(call.actions(DialogAction.CallOff.class)).hasSize(1);
    assertThat(call.say("where is order 730154")).contains("on its way");
  }

  @Test
  void whatTheDocumentsDoNotAnswerIsAdmittedRecordedAndAPersonOffered() {
    call.start();

    assertThat(call.say("do you know who won the football match last night"))
        .contains("don't have an answer", "a person?");
    assertThat(call.events(DialogEvent.KnowledgeMissing.class)).hasSize(1);
    call.say("yes please");
    assertThat(call.actions(DialogAction.Escalate.class)).hasSize(1);
  }

  @Test
  void aCardNumberNeverReachesTheLedger() {
    call.start();
    call.say("my card is 4111 1111 1111 1111 and I want to know where order 481927 is");

    assertThat(call.events(DialogEvent.CallerSaid.class).get(0).text())
        .doesNotContain("4111")
        .doesNotContain("1111")
        .contains("481927");
  }

  @Test
  void itRepeatsWhatItSaid() {
    call.start();
    String said = call.say("where is order 730154");

    assertThat(call.say("sorry, can you say that again?")).contains(said);
  }

  @Test
  void goodbyeEndsTheCall() {
    call.start();
    call.say("thanks, that's all, goodbye");

    assertThat(call.actions(DialogAction.HangUp.class))
        .containsExactly(new DialogAction.HangUp("goodbye"));
  }

  @Test
  void everyAnswerEndsWithExactlyOneTurnDone() {
    call.start();
    for (String words :
        new String[] {"where is my order", "481927", "I want my money back", "no"}) {
      call.say(words);
      assertThat(call.actions(DialogAction.TurnDone.class)).as(words).hasSize(1);
    }
  }

  @Test
  void aLedgerTakenByAnotherProcessSilencesThisOne() {
    call.start();
    call.store.fence(Rehearsal.CALL);

    call.say("let me talk to a human");
    assertThat(call.actions(DialogAction.Escalate.class)).isEmpty();
    assertThat(call.say("hello?")).isEmpty();
  }
}
