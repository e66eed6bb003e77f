package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.Commit;
import org.junit.jupiter.api.Test;

class LedgerAndResumeTest {

  @Test
  void nobodyIsDialledBeforeTheStoreHasTheIntent() {
    Scene scene = new Scene();
    scene.ledger.holding = true;
    scene.start();
    scene.ledger.release(); // TransferStarted
    assertThat(scene.carrier.done).containsExactly("dial CA1-o1 Sam");

    Scene held = new Scene();
    held.ledger.holding = true;
    held.start();
    assertThat(held.carrier.done).isEmpty();
    assertThat(held.told).isEmpty();
  }

  @Test
  void transferGoesOnWithoutTheStore() {
    Scene scene = new Scene();
    scene.ledger.answer = Commit.MEMORY;
    scene.untilBridged();
    assertThat(scene.told).containsExactly("transferring Sam", "bridged Sam");
  }

  @Test
  void fencedProcessLetsGoWithoutTouchingTheCarrier() {
    Scene scene = new Scene();
    scene.ledger.answer = Commit.FENCED;
    scene.start();
    assertThat(scene.told).containsExactly("letGo");
    scene.answered("CA1-o1");
    scene.driver.onCallerGone();
    assertThat(scene.carrier.done).isEmpty();
    assertThat(scene.driver.active()).isFalse();
  }

  @Test
  void ledgerTellsTheWholeTransferInOrder() {
    Scene scene = new Scene().untilBridged();
    assertThat(scene.ledger.events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "TransferStarted",
            "BriefPrepared",
            "DialIntended",
            "LegDialed",
            "OfferChanged",
            "TransferChanged",
            "OfferChanged",
            "TransferChanged");
  }

  @Test
  void personWhoAcceptsHearsWhatTheCallerSaidWhileWaiting() {
    Scene scene = new Scene().untilBriefing();
    scene.ledger.append(new DialogEvent.CallerSaid(1, "Hurry, please.", 0.9, false, 0, 1));
    scene.driver.onOfferKeyed("CA1-o1", "1");
    assertThat(scene.carrier.whispers)
        .containsExactly("The caller asked for a person. Said while waiting: “Hurry, please.”");
    assertThat(scene.ledger.events)
        .filteredOn(HandoffEvent.BriefPrepared.class::isInstance)
        .hasSize(2);
  }

  @Test
  void briefIsReadAgainAfterAProcessDeathToo() {
    Scene before = new Scene().untilBriefing();
    Scene after = new Scene(before.ledger, "Sam", "Kim");
    assertThat(after.driver.resume(true)).isTrue();
    after.ledger.append(new DialogEvent.CallerSaid(1, "Hurry, please.", 0.9, false, 0, 1));
    after.driver.onOfferKeyed("CA1-o1", "1");
    assertThat(after.carrier.whispers.get(0)).contains("Hurry, please.");
  }

  @Test
  void processDeathAfterTheIntentDoesNotRedialAndAdoptsTheLegByItsCallback() {
    Scene before = new Scene();
    before.start();
    Scene after = new Scene(before.ledger, "Sam", "Kim");
    assertThat(after.driver.resume(true)).isTrue();
    assertThat(after.carrier.done).isEmpty();
    after.answered("CA1-o1");
    assertThat(after.carrier.done).containsExactly("answer CA1-o1 AskForKey");
  }

  @Test
  void processDeathAfterTheIntentWithoutACallbackOffersAgainUnderANewId() {
    Scene before = new Scene();
    before.start();
    Scene after = new Scene(before.ledger, "Sam");
    after.driver.resume(true);
    after.pass(4);
    assertThat(after.carrier.done).isEmpty();
    after.pass(1);
    assertThat(after.carrier.done).containsExactly("dial CA1-o2 Sam");
  }

  @Test
  void processDeathWhileItRingsGoesOnWithTheSameLeg() {
    Scene before = new Scene().untilRinging();
    Scene after = new Scene(before.ledger, "Sam", "Kim");
    after.driver.resume(true);
    after.pass(20);
    assertThat(after.carrier.done).containsExactly("end leg-CA1-o1", "dial CA1-o2 Kim");
  }

  @Test
  void processDeathDuringTheBriefingStillTakesTheKeyAndKeepsTheWhisper() {
    Scene before = new Scene().untilBriefing();
    Scene after = new Scene(before.ledger, "Sam");
    after.driver.resume(true);
    after.driver.onOfferKeyed("CA1-o1", "1");
    assertThat(after.carrier.done).containsExactly("answer CA1-o1 BriefThenJoin");
  }

  @Test
  void processDeathWhileJoiningWithTheCallerBackEndsThePersonsLeg() {
    Scene before = new Scene().untilMoving();
    Scene after = new Scene(before.ledger, "Sam");
    after.driver.resume(true);
    assertThat(after.carrier.done).containsExactly("end leg-CA1-o1");
    assertThat(after.told).containsExactly("returned failed");
  }

  @Test
  void processDeathWhileJoiningWithBothInTheRoomLeavesThemTogether() {
    Scene before = new Scene().untilMoving();
    Scene after = new Scene(before.ledger, "Sam");
    assertThat(after.driver.roomLeftBehind()).isEqualTo(Scene.ROOM);
    assertThat(after.driver.bridgedLeftBehind()).isFalse();
    after.driver.together();
    after.pass(60);
    assertThat(after.carrier.done).isEmpty();
    assertThat(after.told).containsExactly("bridged Sam");
    assertThat(after.driver.state()).isEqualTo(TransferState.BRIDGED);
  }

  @Test
  void talkBeganBeforeTheProcessDied() {
    for (int talked : new int[] {2, 20}) {
      Scene before = new Scene().untilBridged();
      Scene after = new Scene(before.ledger, "Sam");
      after.clock.advance(Duration.ofSeconds(talked));
      after.driver.resume(false);
      assertThat(after.driver.comesBack()).as(talked + " s").isEqualTo(talked == 2);
    }
  }

  @Test
  void onlyWhoWasMovedIsInARoom() {
    assertThat(new Scene().driver.roomLeftBehind()).isEmpty();
    assertThat(new Scene(new Scene().untilBriefing().ledger, "Sam").driver.roomLeftBehind())
        .isEmpty();
    Scene bridged = new Scene(new Scene().untilBridged().ledger, "Sam");
    assertThat(bridged.driver.roomLeftBehind()).isEqualTo(Scene.ROOM);
    assertThat(bridged.driver.bridgedLeftBehind()).isTrue();
  }

  @Test
  void processDeathWhileBridgedLeavesTheTwoAlone() {
    Scene before = new Scene().untilBridged();
    Scene after = new Scene(before.ledger, "Sam");
    after.driver.resume(false);
    after.pass(600);
    assertThat(after.carrier.done).isEmpty();
    assertThat(after.driver.state()).isEqualTo(TransferState.BRIDGED);
    after.room("participant-leave", "agent");
    after.driver.onAfterRoom();
    assertThat(after.told).containsExactly("returned handed-back");
  }

  @Test
  void finishedTransferIsNotResumedAndNumbersGoOn() {
    Scene before = new Scene().untilRinging();
    before.driver.onNeverMind();
    Scene after = new Scene(before.ledger, "Sam");
    assertThat(after.driver.resume(true)).isFalse();
    after.start();
    assertThat(after.carrier.done).containsExactly("dial CA1-o2 Sam");
  }

  @Test
  void twoRunsOfTheSameTransferWriteTheSameLedger() {
    assertThat(new Scene().untilBridged().ledger.entries)
        .isEqualTo(new Scene().untilBridged().ledger.entries);
  }
}
