package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallAnswer;
import org.cordboard.handoff.LegScript;
import org.junit.jupiter.api.Test;

class TwiMLTest {
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String OVERRIDES = "#rc=5&amp;rp=ct,rt,5xx&amp;ct=1000";
  private static final CallId CALL = new CallId("CA02");

  private final TwilioSettings settings = TestSettings.with("");
  private final TwiML documents = new TwiML(settings);
  private final RoomTwiML rooms = new RoomTwiML(settings);

  private String render(CallAnswer answer) {
    String xml = documents.render(CALL, answer);
    assertThat(xml).startsWith(HEAD);
    return xml.substring(HEAD.length());
  }

  @Test
  void streamIsFollowedByARedirectSoThatTheLineIsNeverLeftAlone() {
    assertThat(render(new CallAnswer.Stream("k3y", false)))
        .isEqualTo(
            "<Response><Connect><Stream url=\"wss://gw.example.com/media\">"
                + "<Parameter name=\"token\" value=\"k3y\"/>"
                + "<Parameter name=\"resume\" value=\"false\"/></Stream></Connect>"
                + "<Say language=\"en-US\">One moment, please.</Say><Pause length=\"3\"/>"
                + "<Redirect>https://gw.example.com/twilio/after-stream"
                + OVERRIDES
                + "</Redirect></Response>");
  }

  @Test
  void menuRingsAPersonWhenNothingIsPressed() {
    assertThat(render(new CallAnswer.KeypadMenu("Press 1 or 2.", "+15550100009")))
        .contains("action=\"https://gw.example.com/twilio/menu?person=%2B15550100009" + OVERRIDES)
        .contains("numDigits=\"1\"")
        .contains("<Say language=\"en-US\">Press one or two.</Say></Gather><Dial ")
        .contains("<Number>+15550100009</Number>")
        .contains("action=\"https://gw.example.com/twilio/after-dial");
  }

  @Test
  void dialWithoutANumberTakesAMessage() {
    assertThat(render(new CallAnswer.DialPerson("One moment.", "+15550100009")))
        .startsWith("<Response><Say language=\"en-US\">One moment.</Say><Dial ");
    assertThat(render(new CallAnswer.DialPerson("One moment.", ""))).contains("<Record ");
  }

  @Test
  void goodbyeMayBeSilent() {
    assertThat(render(new CallAnswer.Goodbye(""))).isEqualTo("<Response><Hangup/></Response>");
    assertThat(render(new CallAnswer.Goodbye("A & B")))
        .isEqualTo("<Response><Say language=\"en-US\">A and B</Say><Hangup/></Response>");
  }

  @Test
  void callerEntersTheRoomWithBothVoicesStreamedToUs() {
    assertThat(render(new CallAnswer.JoinRoom("xfer-CA02-o1", "k3y")))
        .startsWith(
            "<Response><Start><Stream track=\"both_tracks\" url=\"wss://gw.example.com/media\">"
                + "<Parameter name=\"token\" value=\"k3y\"/></Stream></Start><Dial ")
        .contains("action=\"https://gw.example.com/twilio/after-room?call=CA02" + OVERRIDES)
        .contains("participantLabel=\"caller\"")
        .contains("jitterBufferSize=\"small\"")
        .contains("endConferenceOnExit=\"true\"")
        .contains("beep=\"false\"")
        .contains("waitUrl=\"\"")
        .contains("statusCallbackEvent=\"start end join leave\"")
        .contains(">xfer-CA02-o1</Conference>");
  }

  @Test
  void agentIsAskedTwiceAndSilenceIsReported() {
    String xml = rooms.agent(CALL, "CA02-o1", new LegScript.AskForKey("Press 1."));
    String accept = "https://gw.example.com/twilio/offer/accept?call=CA02&amp;offer=CA02-o1";
    assertThat(xml.split("<Gather ", -1)).hasSize(3);
    assertThat(xml).contains("timeout=\"7\"").contains("action=\"" + accept);
    assertThat(xml).endsWith("<Redirect>" + accept + OVERRIDES + "</Redirect></Response>");
  }

  @Test
  void agentHearsTheBriefAloneAndThenEntersTheRoom() {
    assertThat(rooms.agent(CALL, "o", new LegScript.BriefThenJoin("Jordan, refund.", "xfer-1")))
        .contains("<Say language=\"en-US\">Jordan, refund.</Say><Dial><Conference ")
        .contains("participantLabel=\"agent\"")
        .endsWith(">xfer-1</Conference></Dial><Hangup/></Response>");
    assertThat(rooms.agent(CALL, "o", new LegScript.Goodbye("")))
        .endsWith("<Response><Hangup/></Response>");
  }

  @Test
  void documentsForRestUpdatesAreShortEnough() {
    String longCall = "C".repeat(64);
    String token = "t".repeat(64);
    String xml = rooms.caller(new CallId(longCall), "xfer-" + longCall + "-o1", token);
    assertThat(xml.length()).isLessThan(4000);
  }

  @Test
  void unknownLanguageIsNamed() {
    assertThatThrownBy(() -> Sentences.language("xx-YY")).hasMessageContaining("xx-YY");
  }
}
