package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class AskingTest {
  private final Scene scene = new Scene();

  @Test
  void skilledPersonIsRungFirstAndCallerIsTold() {
    scene.start();
    assertThat(scene.carrier.done).containsExactly("dial CA1-o1 Sam");
    assertThat(scene.told).containsExactly("transferring Sam");
  }

  @Test
  void answeredLegIsAskedForTheKeyBeforeAnythingPersonal() {
    scene.untilBriefing();
    assertThat(scene.carrier.done).last().isEqualTo("answer CA1-o1 AskForKey");
    assertThat(Scene.SETTINGS.askFor("billing")).contains("billing").doesNotContain("{");
  }

  @Test
  void callerLeavingWhileItRingsCancelsTheLeg() {
    scene.untilRinging();
    scene.driver.onCallerGone();
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
    assertThat(scene.ledger.states()).containsExactly("CA1-o1 LOST");
    assertThat(scene.told).last().isEqualTo("ended");
    assertThat(scene.clock.pending()).isZero();
  }

  @Test
  void callerLeavingBeforeTheDialIsAnsweredEndsTheLegWhenItShowsUp() {
    scene.start();
    scene.driver.onCallerGone();
    assertThat(scene.carrier.done).containsExactly("dial CA1-o1 Sam");
    scene.dialed("CA1-o1");
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
  }

  @Test
  void aLegThatShowsUpAfterTheLedgerIsClosedIsEndedAndNotWritten() {
    scene.start();
    scene.driver.onCallerGone();
    scene.driver.callOver();
    int written = scene.ledger.entries().size();
    scene.dialed("CA1-o1");
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
    assertThat(scene.ledger.entries()).hasSize(written);
  }

  @Test
  void callerLeavingDuringBriefingEndsTheLeg() {
    scene.untilBriefing();
    scene.driver.onCallerGone();
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
    assertThat(scene.driver.active()).isFalse();
  }

  @Test
  void refusalByKeyAsksTheNextPerson() {
    scene.untilBriefing();
    scene.driver.onOfferKeyed("CA1-o1", "2");
    assertThat(scene.ledger.states()).contains("CA1-o1 REFUSED");
    assertThat(scene.carrier.done).containsSubsequence("answer CA1-o1 Goodbye", "dial CA1-o2 Kim");
  }

  @Test
  void voicemailPressesNoKeyAndTheNextPersonIsAsked() {
    scene.untilBriefing();
    scene.driver.onOfferKeyed("CA1-o1", "");
    assertThat(scene.ledger.states()).contains("CA1-o1 UNANSWERED");
    assertThat(scene.carrier.done).last().isEqualTo("dial CA1-o2 Kim");
  }

  @Test
  void silentLegIsGivenUpWhenTheKeyDeadlinePasses() {
    scene.untilBriefing();
    scene.pass((int) Scene.SETTINGS.keyTotal().toSeconds());
    assertThat(scene.carrier.done).containsSubsequence("end leg-CA1-o1", "dial CA1-o2 Kim");
  }

  @Test
  void machineDetectedByTheCarrierIsHungUpOn() {
    scene.untilRinging();
    scene.driver.onOfferProgress("CA1-o1", "leg-CA1-o1", "in-progress", "machine_start");
    assertThat(scene.ledger.states()).containsExactly("CA1-o1 MACHINE");
    assertThat(scene.carrier.done).containsSubsequence("end leg-CA1-o1", "dial CA1-o2 Kim");
  }

  @Test
  void busyNoAnswerAndFailedEachAskTheNextPersonOnce() {
    for (String status : new String[] {"busy", "no-answer", "failed", "canceled", "completed"}) {
      Scene each = new Scene().untilRinging();
      each.status("CA1-o1", status);
      each.status("CA1-o1", status); // callbacks may be repeated
      assertThat(each.carrier.done).filteredOn(done -> done.startsWith("dial")).hasSize(2);
      assertThat(each.carrier.done).contains("dial CA1-o2 Kim");
    }
  }

  @Test
  void ringingOutAsksTheNextPersonAndAcceptAfterTimeOutIsTooLate() {
    scene.untilRinging();
    scene.pass(20);
    assertThat(scene.carrier.done).containsSubsequence("end leg-CA1-o1", "dial CA1-o2 Kim");
    scene.driver.onOfferKeyed("CA1-o1", "1");
    assertThat(scene.carrier.done).last().isEqualTo("answer CA1-o1 Goodbye");
    assertThat(scene.driver.state()).isEqualTo(TransferState.OFFERING);
  }

  @Test
  void answerAfterTimeOutIsToldThatTheCallerNoLongerWaits() {
    scene.untilRinging();
    scene.pass(20);
    scene.answered("CA1-o1");
    assertThat(scene.carrier.done).last().isEqualTo("answer CA1-o1 Goodbye");
  }

  @Test
  void acceptWhenTheCallerIsGoneIsThankedAndLetGo() {
    scene.untilBriefing();
    scene.driver.onCallerGone();
    scene.driver.onOfferKeyed("CA1-o1", "1");
    assertThat(scene.carrier.done).last().isEqualTo("answer CA1-o1 Goodbye");
    assertThat(scene.carrier.moves).isEmpty();
  }

  @Test
  void nobodyLeftReturnsTheCaller() {
    scene.untilRinging();
    scene.status("CA1-o1", "busy");
    scene.dialed("CA1-o2");
    scene.status("CA1-o2", "no-answer");
    assertThat(scene.told).last().isEqualTo("returned nobody");
    assertThat(scene.ledger.states()).last().isEqualTo("RETURNED");
    assertThat(scene.driver.active()).isFalse();
    assertThat(scene.clock.pending()).isZero();
  }

  @Test
  void dialRefusedByTheCarrierAsksTheNextPersonAtOnce() {
    scene.start();
    scene.carrier.dialing("CA1-o1").failed(new CarrierRefusal("21211: To is not valid"));
    assertThat(scene.carrier.done).last().isEqualTo("dial CA1-o2 Kim");
  }

  @Test
  void whatTheCarrierDoesNotLikeIsOnTheLedgerAndWithNobodyLeftTheCallerIsBack() {
    scene.start();
    String why = "calls to the number's country are not permitted";
    scene.carrier.dialing("CA1-o1").failed(new CarrierRefusal("21215", why));
    scene.carrier.dialing("CA1-o2").failed(new CarrierRefusal("21215", why));
    assertThat(scene.ledger.events)
        .contains(
            new HandoffEvent.OfferChanged(
                "CA1-o2", OfferState.FAILED, "the carrier refused the dial: " + why));
    assertThat(scene.told).last().isEqualTo("returned nobody");
  }

  @Test
  void dialWithoutAnAnswerIsAdoptedByItsCallback() {
    scene.start();
    scene.carrier.dialing("CA1-o1").failed(new TimeoutException("no answer in 4 s"));
    scene.pass(4);
    scene.ringing("CA1-o1");
    scene.pass(10);
    scene.answered("CA1-o1");
    assertThat(scene.carrier.done).containsExactly("dial CA1-o1 Sam", "answer CA1-o1 AskForKey");
  }

  @Test
  void dialWithoutAnAnswerAndWithoutACallbackIsGivenUpAfterFiveSeconds() {
    scene.start();
    scene.carrier.dialing("CA1-o1").failed(new TimeoutException("no answer in 4 s"));
    scene.pass(5);
    assertThat(scene.ledger.states()).containsExactly("CA1-o1 FAILED");
    assertThat(scene.carrier.done).last().isEqualTo("dial CA1-o2 Kim");
    scene.ringing("CA1-o1"); // it existed after all
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
  }

  @Test
  void callbackBeforeTheDialsOwnAnswerCountsOnce() {
    scene.start();
    scene.answered("CA1-o1");
    scene.dialed("CA1-o1");
    assertThat(scene.ledger.events).filteredOn(HandoffEvent.LegDialed.class::isInstance).hasSize(1);
    assertThat(scene.ledger.states()).containsExactly("CA1-o1 BRIEFING");
  }

  @Test
  void neverMindWhileItRingsCancelsAndReturns() {
    scene.untilRinging();
    scene.driver.onNeverMind();
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
    assertThat(scene.told).last().isEqualTo("returned never-mind");
    scene.start();
    assertThat(scene.carrier.done).as("Sam is free again").last().isEqualTo("dial CA1-o2 Sam");
  }

  @Test
  void personReservedForAnotherCallIsPassedOver() {
    scene.desk.claim("a-Sam", "other-o1", scene.clock, ignored());
    scene.start();
    assertThat(scene.carrier.done).containsExactly("dial CA1-o1 Kim");
  }

  private static org.cordboard.config.Completion<Boolean> ignored() {
    return org.cordboard.config.Completion.of(claimed -> {}, failure -> {});
  }
}
