package org.cordboard.sim.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cordboard.sim.carrier.FakeGateway.Request;
import org.junit.jupiter.api.Test;

/** The consult-first transfer: agent rung by the API, accepting by key, both into one room. */
class TransferTest {
  private static final String ROOM = "xfer-1";
  private static final String CALLER_IN =
      "<Response><Dial action=\"http://gw.test/post\"><Conference participantLabel=\"caller\""
          + " beep=\"false\" endConferenceOnExit=\"true\">xfer-1</Conference></Dial></Response>";

  private final World world = new World();
  private final FakeParty caller = FakeParty.humming(0x11);

  private FakeParty agent(boolean answers) {
    FakeParty agent = new FakeParty(0x22, answers);
    world.carrier.subscribe(World.AGENT, (from, to) -> agent);
    return agent;
  }

  private String callerSid() {
    world.gateway.twiml(
        "/voice", "<Connect><Stream url=\"ws://127.0.0.1/media\"/></Connect><Hangup/>");
    String sid = world.call(caller).sid();
    world.pass(100);
    return sid;
  }

  private CallView dial(int timeoutS) {
    world
        .gateway
        .twiml(
            "/brief",
            "<Gather numDigits=\"1\" timeout=\"7\" action=\"/accept\"><Say>Press one"
                + " please</Say></Gather><Hangup/>")
        .twiml(
            "/accept",
            "<Say>The brief</Say><Dial><Conference participantLabel=\"agent\" beep=\"false\""
                + " endConferenceOnExit=\"true\" waitUrl=\"\" statusCallback=\"/conf\""
                + " statusCallbackEvent=\"start end join leave\">"
                + ROOM
                + "</Conference></Dial>")
        .twiml("/conf", "")
        .twiml("/leg", "");
    return world
        .carrier
        .calls()
        .create(
            new NewCall(
                World.LINE,
                World.AGENT,
                new Instructions.Url(FakeGateway.BASE + "/brief", "POST"),
                "",
                FakeGateway.BASE + "/leg",
                "POST",
                Set.of("initiated", "ringing", "answered", "completed"),
                Duration.ofSeconds(timeoutS)));
  }

  private List<String> statuses() {
    return world.gateway.to("/leg").stream().map(seen -> seen.form().get("CallStatus")).toList();
  }

  private List<String> roomEvents() {
    return world.gateway.to("/conf").stream()
        .map(seen -> seen.form().get("StatusCallbackEvent"))
        .toList();
  }

  @Test
  void agentAcceptsAndBothHearEachOther() {
    String callerSid = callerSid();
    FakeParty agent = agent(true);
    CallView leg = dial(20);
    assertThat(leg.status()).isEqualTo(LegStatus.QUEUED);
    world.pass(1000);
    assertThat(statuses()).containsExactly("initiated", "ringing", "in-progress");
    assertThat(world.voice.spoken).containsExactly("Press one please");
    agent.line().press("1");
    world.pass(1000);
    assertThat(world.gateway.to("/accept").get(0).form()).containsEntry("Digits", "1");
    assertThat(roomEvents()).containsExactly("participant-join");
    assertThat(agent.last()).isEqualTo((byte) 0xFF);

    world.carrier.calls().redirect(callerSid, new Instructions.Twiml(CALLER_IN));
    world.pass(200);
    assertThat(world.gateway.socket().of("stop")).hasSize(1);
    assertThat(roomEvents())
        .containsExactly("participant-join", "participant-join", "conference-start");
    assertThat(agent.last()).isEqualTo((byte) 0x11);
    assertThat(caller.last()).isEqualTo((byte) 0x22);

    world.gateway.twiml("/post", "<Say>Thank you</Say>");
    agent.line().hangUp();
    world.pass(100);
    assertThat(roomEvents()).endsWith("participant-leave", "participant-leave", "conference-end");
    Request end = world.gateway.to("/conf").get(world.gateway.to("/conf").size() - 1);
    assertThat(end.form())
        .containsEntry("ReasonConferenceEnded", "participant-with-end-conference-on-exit-left")
        .containsEntry("ParticipantLabelEndingConference", "agent")
        .containsEntry("CallSidEndingConference", leg.sid());
    assertThat(world.gateway.to("/post").get(0).form())
        .containsEntry("DialCallStatus", "answered")
        .containsEntry("DialBridged", "true")
        .doesNotContainKey("DialCallSid");
    world.pass(1000);
    assertThat(caller.events).contains("ended completed");
    assertThat(world.codes()).isEmpty();
  }

  @Test
  void agentWhoPressesNothingIsHungUp() {
    callerSid();
    FakeParty agent = agent(true);
    dial(20);
    world.pass(9000);
    assertThat(agent.events).containsExactly("ringing", "connected", "ended completed");
    assertThat(statuses()).endsWith("completed");
    assertThat(world.gateway.to("/accept")).isEmpty();
  }

  @Test
  void unansweredLegEndsAfterItsTimeout() {
    FakeParty agent = agent(false);
    dial(5);
    world.pass(5100);
    assertThat(statuses()).containsExactly("initiated", "ringing", "no-answer");
    assertThat(world.gateway.to("/leg").get(2).form())
        .containsEntry("SipResponseCode", "487")
        .containsEntry("CallDuration", "0")
        .containsEntry("SequenceNumber", "2");
    assertThat(agent.events).containsExactly("ringing", "ended no-answer");
  }

  @Test
  void refusingAgentIsBusyAndUnknownNumberFails() {
    FakeParty agent = agent(false);
    dial(5);
    world.pass(50);
    agent.line().reject();
    world.pass(50);
    assertThat(statuses()).endsWith("busy");
    world.carrier.unsubscribe(World.AGENT);
    dial(5);
    world.pass(50);
    assertThat(statuses()).endsWith("failed");
  }

  @Test
  void canceledWhileRinging() {
    FakeParty agent = agent(false);
    CallView leg = dial(30);
    world.pass(100);
    assertThat(world.carrier.calls().cancel(leg.sid())).isEqualTo(CallApi.Result.DONE);
    world.pass(100);
    assertThat(statuses()).endsWith("canceled");
    assertThat(agent.events).endsWith("ended canceled");
    assertThat(world.carrier.calls().complete(leg.sid())).isEqualTo(CallApi.Result.NOT_IN_PROGRESS);
  }

  @Test
  void backgroundStreamSurvivesTheMoveIntoTheRoomAndHearsBothSides() {
    String callerSid = callerSid();
    agent(true);
    world
        .carrier
        .calls()
        .redirect(
            callerSid,
            new Instructions.Twiml(
                "<Response><Start><Stream url=\"ws://127.0.0.1/listen\" track=\"both_tracks\"/>"
                    + "</Start><Dial><Conference waitUrl=\"\">"
                    + ROOM
                    + "</Conference></Dial></Response>"));
    world.pass(100);
    FakeGateway.FakeSocket listening = world.gateway.socket();
    assertThat(listening.url).endsWith("/listen");
    assertThat(listening.received.get(1)).contains("\"tracks\":[\"inbound\",\"outbound\"]");
    int before = listening.of("media").size();
    world.pass(1000);
    assertThat(listening.of("media")).hasSize(before + 100);
    caller.line().hangUp();
    assertThat(listening.of("stop")).hasSize(1);
  }
}
