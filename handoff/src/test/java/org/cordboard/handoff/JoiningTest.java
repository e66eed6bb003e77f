package org.cordboard.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private final Scene scene = new Scene();

  @Test
  void acceptedPersonHearsTheBriefAndTheCallerStaysUntilTheyAreInTheRoom() {
    scene.untilAccepted();
    assertThat(scene.carrier.done).last().isEqualTo("answer CA1-o1 BriefThenJoin");
    assertThat(scene.carrier.moves).isEmpty();
    scene.room("participant-join", "agent");
    assertThat(scene.carrier.done).last().isEqualTo("move " + Scene.ROOM);
  }

  @Test
  void bridgedNeedsBothPeopleAndTheBeginningInAnyOrder() {
    List<List<String>> orders =
        List.of(
            List.of("participant-join caller", "conference-start "),
            List.of("conference-start ", "participant-join caller"));
    for (List<String> order : orders) {
      Scene each = new Scene().untilMoving();
      for (String step : order) {
        assertThat(each.told).doesNotContain("bridged Sam");
        String[] parts = step.split(" ", 2);
        each.room(parts[0], parts[1]);
      }
      assertThat(each.told).last().isEqualTo("bridged Sam");
      assertThat(each.clock.pending()).isZero();
    }
  }

  @Test
  void conferenceStartWithoutTheCallerEndsWithTheCallerFetchedBack() {
    scene.untilMoving();
    scene.room("conference-start", "");
    scene.pass(10);
    assertThat(scene.carrier.done).containsSubsequence("end leg-CA1-o1", "return");
    scene.carrier.returns.get(0).done(true);
    assertThat(scene.told).last().isEqualTo("returned failed");
  }

  @Test
  void personLostDuringTheBriefLeavesTheCallerWithTheAiAndAsksTheNext() {
    scene.untilAccepted();
    scene.status("CA1-o1", "completed");
    assertThat(scene.ledger.states()).containsSubsequence("JOINING", "CA1-o1 FAILED", "OFFERING");
    assertThat(scene.carrier.done).last().isEqualTo("dial CA1-o2 Kim");
    assertThat(scene.carrier.moves).isEmpty();
  }

  @Test
  void personWhoNeverGetsIntoTheRoomIsGivenUp() {
    scene.untilAccepted();
    scene.pass(20);
    assertThat(scene.carrier.done).containsSubsequence("end leg-CA1-o1", "dial CA1-o2 Kim");
  }

  @Test
  void personLeavingWhileTheCallerIsMovedBringsTheCallerBack() {
    scene.untilMoving();
    scene.room("participant-leave", "agent");
    assertThat(scene.carrier.done).last().isEqualTo("return");
  }

  @Test
  void callerLeavingDuringTheMoveEndsThePersonsLeg() {
    scene.untilMoving();
    scene.driver.onCallerGone();
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
    assertThat(scene.told).last().isEqualTo("ended");
  }

  @Test
  void refusedMoveLeavesTheCallerWithTheAi() {
    scene.untilMoving();
    scene.carrier.moves.get(0).failed(new CarrierRefusal("20003"));
    assertThat(scene.told).last().isEqualTo("returned failed");
    assertThat(scene.carrier.returns).isEmpty();
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
  }

  @Test
  void moveWithoutAnAnswerIsJudgedByTheRoom() {
    scene.untilMoving();
    scene.carrier.moves.get(0).failed(new TimeoutException("no answer in 4 s"));
    scene.room("participant-join", "caller");
    scene.room("conference-start", "");
    assertThat(scene.told).last().isEqualTo("bridged Sam");
  }

  @Test
  void agentDroppingInTheRoomBringsTheCallerBackByTheCarriersOwnRequest() {
    scene.untilBridged();
    scene.room("participant-leave", "agent");
    assertThat(scene.driver.comesBack()).isTrue();
    scene.driver.onAfterRoom();
    assertThat(scene.told).last().isEqualTo("returned dropped");
    assertThat(scene.carrier.returns).isEmpty();
    assertThat(scene.clock.pending()).isZero();
  }

  @Test
  void personLeavingAfterATalkEndsIt() {
    scene.untilBridged();
    scene.pass(6);
    assertThat(scene.driver.comesBack()).isFalse();
    scene.room("participant-leave", "agent");
    assertThat(scene.driver.comesBack()).isFalse();
    scene.driver.onAfterRoom();
    assertThat(scene.told).last().isEqualTo("returned handed-back");
  }

  @Test
  void roomEndingBeforeThePersonIsKnownToHaveLeftIsJudgedByTheLengthOfTheTalk() {
    scene.untilBridged();
    scene.pass(5);
    assertThat(scene.driver.comesBack()).isTrue();
    scene.driver.onAfterRoom();
    assertThat(scene.told).last().isEqualTo("returned dropped");
  }

  @Test
  void lineThatTheCarrierCallsFailedWasCutOffHoweverLongTheTalk() {
    scene.untilBridged();
    scene.pass(600);
    scene.driver.onConference(
        "participant-leave",
        "agent",
        Map.of("FriendlyName", Scene.ROOM, "ParticipantCallStatus", "failed"));
    assertThat(scene.driver.comesBack()).isTrue();
    scene.driver.onAfterRoom();
    assertThat(scene.told).last().isEqualTo("returned dropped");
  }

  @Test
  void agentDroppingWithoutTheCarriersRequestHasTheCallerFetched() {
    scene.untilBridged();
    scene.pass(60);
    scene.status("CA1-o1", "completed");
    scene.pass(2);
    assertThat(scene.carrier.done).last().isEqualTo("return");
    scene.carrier.returns.get(0).failed(new TimeoutException("no answer in 4 s"));
    scene.pass(1);
    assertThat(scene.carrier.returns).hasSize(2);
    scene.carrier.returns.get(1).done(true);
    assertThat(scene.told).last().isEqualTo("returned handed-back");
  }

  @Test
  void callerWhoCannotBeFetchedIsGivenUpAfterThreeTries() {
    scene.untilBridged();
    scene.room("conference-end", "");
    scene.pass(30);
    assertThat(scene.carrier.returns).hasSize(3);
    assertThat(scene.told).last().isEqualTo("returned failed");
    assertThat(scene.clock.pending()).isZero();
  }

  @Test
  void callerHangingUpInTheRoomEndsTheTransferAndThePersonsLeg() {
    scene.untilBridged();
    scene.room("participant-leave", "caller");
    scene.driver.onCallerGone();
    assertThat(scene.told).last().isEqualTo("ended");
    assertThat(scene.carrier.done).last().isEqualTo("end leg-CA1-o1");
  }

  @Test
  void neverMindAfterTheMoveIsTooLate() {
    scene.untilMoving();
    scene.driver.onNeverMind();
    assertThat(scene.driver.state()).isEqualTo(TransferState.JOINING);
  }

  @Test
  void newsOfAnEarlierRoomIsIgnored() {
    scene.untilBridged();
    scene.driver.onConference("conference-end", "", Map.of("FriendlyName", "xfer-CA1-o0"));
    assertThat(scene.driver.state()).isEqualTo(TransferState.BRIDGED);
    assertThat(scene.clock.pending()).isZero();
  }

  @Test
  void callerIsMovedOnlyWhenTheSentenceHasBeenHeard() {
    List<Runnable> held = new ArrayList<>();
    Scene quiet = new Scene();
    TransferDriver driver =
        new Handoff(quiet.desk, FakeLedger.CODEC, Scene.SETTINGS)
            .forCall(quiet.carrier, quiet.ledger, quiet.clock, new Patient(quiet, held));
    driver.start(new org.cordboard.dialog.DialogAction.Escalate("R14", false, "asked", "billing"));
    driver.onOfferAnswered("CA1-o1", "leg");
    driver.onOfferKeyed("CA1-o1", "1");
    driver.onConference("participant-join", "agent", Map.of());
    assertThat(quiet.carrier.moves).isEmpty();
    held.get(0).run();
    assertThat(quiet.carrier.moves).hasSize(1);
    driver.onCallerGone();
    held.get(0).run();
    assertThat(quiet.carrier.moves).as("too late").hasSize(1);
  }

  private record Patient(Scene scene, List<Runnable> held) implements TransferListener {
    @Override
    public void transferring(String name) {
      scene.transferring(name);
    }

    @Override
    public void joining(String name, Runnable go) {
      held.add(go);
    }

    @Override
    public void bridged(String name) {
      scene.bridged(name);
    }

    @Override
    public void returned(String reason) {
      scene.returned(reason);
    }

    @Override
    public void ended() {
      scene.ended();
    }

    @Override
    public void letGo() {
      scene.letGo();
    }
  }
}
