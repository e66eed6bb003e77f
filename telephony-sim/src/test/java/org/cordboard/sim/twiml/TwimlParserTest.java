package org.cordboard.sim.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwimlParserTest {
  private static TwimlDocument parse(String verbs) throws TwimlException {
    return TwimlParser.parse("<Response>" + verbs + "</Response>", "https://gw/doc");
  }

  @Test
  void streamCarriesItsParameters() throws TwimlException {
    TwimlDocument document =
        parse(
            "<Connect action=\"/next\"><Stream url=\"wss://gw/m\" name=\"n\">"
                + "<Parameter name=\"a\" value=\"1\"/><Parameter name=\"b\" value=\"\"/>"
                + "</Stream></Connect>");
    Verb.StreamNoun stream =
        new Verb.StreamNoun(
            "wss://gw/m", "n", "inbound_track", "", "POST", Map.of("a", "1", "b", ""));
    assertThat(document.verbs())
        .containsExactly(new Verb.Connect(stream, new Verb.Action("/next", "POST")));
    assertThat(document.warnings()).isEmpty();
  }

  @Test
  void gatherGoesToTheCurrentDocumentByDefault() throws TwimlException {
    Verb.Gather gather = (Verb.Gather) parse("<Gather><Pause/></Gather>").verbs().get(0);
    assertThat(gather.action()).isEqualTo(new Verb.Action("https://gw/doc", "POST"));
    assertThat(gather.timeoutS()).isEqualTo(5);
    assertThat(gather.finishOnKey()).isEqualTo("#");
    assertThat(gather.prompts()).isEqualTo(List.of(new Verb.Pause(1)));
  }

  @Test
  void conferenceDefaultsAreTheCarriers() throws TwimlException {
    Verb.Dial dial = (Verb.Dial) parse("<Dial><Conference>room</Conference></Dial>").verbs().get(0);
    Verb.ConferenceTarget room = (Verb.ConferenceTarget) dial.target();
    assertThat(room.room()).isEqualTo("room");
    assertThat(room.beep()).isEqualTo("true");
    assertThat(room.startOnEnter()).isTrue();
    assertThat(room.endOnExit()).isFalse();
    assertThat(room.waitSilently()).isFalse();
    assertThat(dial.action()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "<Say colour=\"red\">x</Say>, 12200",
    "<Gather><Dial>1</Dial></Gather>, 12200",
    "<Pause/><Reject/>, 12200",
    "<Gather timeout=\"soon\"/>, 12200",
    "<Gather input=\"speech\"/>, 12200",
    "<Dial record=\"record-from-answer\">+15550100009</Dial>, 12200",
    "<Connect><Stream url=\"wss://gw/m\" track=\"both_tracks\"/></Connect>, 31941"
  })
  void whatIsWrongIsWarnedOf(String verbs, int code) throws TwimlException {
    assertThat(parse(verbs).warnings()).extracting(TwimlWarning::code).containsOnly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "<Pay/>, Pay",
    "<say>x</say>, say",
    "<Connect><ConversationRelay/></Connect>, Connect><ConversationRelay",
    "<Dial><Sip>sip:a@b</Sip></Dial>, Dial><Sip"
  })
  void whatIsNotSimulatedIsNamed(String verbs, String name) throws TwimlException {
    assertThat(parse(verbs).verbs()).containsExactly(new Verb.NotSimulated(name));
  }

  @Test
  void documentTypesAreRefused() {
    assertThatThrownBy(
            () ->
                TwimlParser.parse(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Response/>", ""))
        .isInstanceOf(TwimlException.class)
        .extracting(failure -> ((TwimlException) failure).code())
        .isEqualTo(12100);
  }
}
