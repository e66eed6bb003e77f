package org.cordboard.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Step;
import org.junit.jupiter.api.Test;

class ScenarioWriterTest {
  private final List<LedgerLine> ledger = new ArrayList<>();

  private ScenarioWriterTest add(String type, Object... fields) {
    JsonObject body = new JsonObject();
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    String at = "2026-11-22T10:00:%02dZ".formatted(ledger.size());
    ledger.add(new LedgerLine(ledger.size() + 1L, at, type, body));
    return this;
  }

  private String written() {
    return ScenarioWriter.write(
        ledger,
        new ScenarioWriter.Plan(
            "CA7", "any", Map.of("dana", "+17205550101"), List.of(), List.of()));
  }

  private static Scenario read(String yaml) {
    return ScenarioFile.read(Path.of("CA7.yaml"), yaml, List.of("any"));
  }

  private ScenarioWriterTest orderCall() {
    return add("CallOffered", "from", "+14155552671", "to", "+15550100002")
        .add("AgentSaid", "text", "Thanks for calling. How can I help?")
        .add("CallerSaid", "text", "Where's my \"order\"?", "keyed", false)
        .add("AgentSaid", "text", "What is your order number?")
        .add("CallerSaid", "text", "[number]", "keyed", true)
        .add("ToolFinished", "tool", "order_status", "ok", true)
        .add("AgentSaid", "text", "It is on its way and arrives tomorrow.")
        .add("CallerSaid", "text", "My card is [number].", "keyed", false);
  }

  @Test
  void recordedCallBecomesAScenarioThatTheReaderTakes() throws Exception {
    orderCall().add("CallEnded", "outcome", "CONVERSED", "by", "CALLER");
    String yaml = written();
    assertThat(new SchemaCheck(ScenarioSchema.text()).check(yaml)).isEmpty();
    Scenario scenario = read(yaml);
    List<Step> steps = scenario.caller().script().steps();
    assertThat(steps)
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Hear", "Say", "Press", "Hear", "Say", "Pause", "Pause", "HangUp");
    Step.Say asked = (Step.Say) steps.get(1);
    assertThat(asked.variants().get(0).text()).isEqualTo("Where's my \"order\"?");
    assertThat(asked.until().get(0).matcher("what is your order number").find()).isTrue();
    assertThat(scenario.expectations())
        .anySatisfy(each -> assertThat(each).isInstanceOf(Expectation.NoNotices.class));
  }

  @Test
  void lastWordsOfTheCallerNeedNoAnswer() {
    orderCall()
        .add("AgentSaid", "text", "Thanks for calling Larkspur Outdoors.")
        .add("CallEnded", "outcome", "CONVERSED", "by", "US");
    List<Step> steps = read(written()).caller().script().steps();
    assertThat(((Step.Say) steps.get(4)).until()).isEmpty();
    assertThat(steps.get(steps.size() - 1)).isInstanceOf(Step.WaitFor.class);
  }

  @Test
  void clipsGoWithTheTurnsThatWereCutOut() {
    add("StreamOpened", "use", "talk")
        .add("CallerSaid", "text", "Hello", "startMs", 1000L, "endMs", 1400L)
        .add("CallerSaid", "text", " ", "startMs", 2000L, "endMs", 2100L)
        .add("CallerSaid", "text", "7", "keyed", true, "startMs", 2500L, "endMs", 2500L)
        .add("CallerSaid", "text", "Where is it?", "startMs", 3000L, "endMs", 3900L)
        .add("StreamOpened", "use", "talk")
        .add("CallerSaid", "text", "Goodbye", "startMs", 500L, "endMs", 900L)
        .add("CallEnded", "outcome", "CONVERSED", "by", "US");
    assertThat(ScenarioWriter.callerTurns(ledger))
        .containsExactly(new long[] {1000, 1400}, new long[] {3000, 3900});
    String yaml =
        ScenarioWriter.write(
            ledger,
            new ScenarioWriter.Plan(
                "CA7", "any", Map.of(), List.of("CA7-1.wav", "CA7-2.wav"), List.of()));
    assertThat(yaml)
        .contains("- say: {text: \"Hello\", wav: CA7-1.wav}")
        .contains("- say: {text: \"Where is it?\", wav: CA7-2.wav}")
        .contains("- say: \"Goodbye\"");
  }

  @Test
  void clipsOfTheTalkWithAPersonAreTheCallersToo() {
    add("RecordingStarted", "file", "CA7.1.wav")
        .add("TransferChanged", "state", "BRIDGED")
        .add("PersonSaid", "who", "person", "text", "Hello?", "startMs", 100L, "endMs", 900L)
        .add("PersonSaid", "who", "caller", "text", "A chair.", "startMs", 1500L, "endMs", 2300L)
        .add("RecordingStarted", "file", "CA7.2.wav")
        .add("PersonSaid", "who", "caller", "text", "Thanks.", "startMs", 100L, "endMs", 500L)
        .add("CallEnded", "outcome", "TRANSFERRED", "by", "PERSON");
    assertThat(ScenarioWriter.callerTurnsAfterJoin(ledger))
        .containsExactly(new long[] {1500, 2300});
    assertThat(
            ScenarioWriter.write(
                ledger,
                new ScenarioWriter.Plan("CA7", "any", Map.of(), List.of(), List.of("CA7-1.wav"))))
        .contains("- say: {text: \"A chair.\", wav: CA7-1.wav}", "- say: \"Thanks.\"");
  }

  @Test
  void whatComesOfTroubleOrOfTheDayIsNotExpectedAgain() {
    add("CallerSaid", "text", "Where is it?")
        .add("EscalationFired", "rule", "R17")
        .add("AgentSaid", "text", "I hear badly: technical problem", "detail", "R17")
        .add("AgentSaid", "text", "Are you still there?", "detail", "R41 silence")
        .add("AgentSaid", "text", "Delivered on Sunday, November 22.", "detail", "order_status")
        .add("CallerSaid", "text", "Goodbye.")
        .add("ConfirmationGiven", "yes", true)
        .add("CallEnded", "outcome", "CONVERSED", "by", "CALLER");
    assertThat(written())
        .contains("until: delivered\n", "# Something was done for good")
        .doesNotContain("R17");
  }

  @Test
  void nothingPersonalIsCopied() {
    orderCall().add("CallEnded", "outcome", "CONVERSED", "by", "US");
    assertThat(written())
        .doesNotContain("4155552671")
        .doesNotContain("[number]")
        .contains("# masked")
        .startsWith("# Lines marked 'masked'");
  }

  @Test
  void thoseWhoWereRungDoAgainWhatTheyDid() {
    orderCall()
        .add("TransferStarted", "rule", "R14")
        .add("DialIntended", "offer", "o1", "agent", "marcus", "name", "Marcus")
        .add("OfferChanged", "offer", "o1", "state", "REFUSED")
        .add("DialIntended", "offer", "o2", "agent", "dana", "name", "Dana")
        .add("OfferChanged", "offer", "o2", "state", "ACCEPTED")
        .add("TransferChanged", "state", "BRIDGED")
        .add("PersonSaid", "who", "person", "text", "Hello, this is Dana.")
        .add("PersonSaid", "who", "caller", "text", "I want a chair.")
        .add("PersonSaid", "who", "person", "text", "Sure.")
        .add("CallEnded", "outcome", "TRANSFERRED", "by", "PERSON");
    Scenario scenario = read(written());
    assertThat(scenario.agents())
        .extracting(each -> each.name() + " " + each.number() + " " + each.pickup().manner())
        .containsExactly("Marcus +15550190 REFUSE", "Dana +17205550101 ANSWER");
    assertThat(scenario.agents().get(0).pickup().manner()).isEqualTo(Pickup.Manner.REFUSE);
    assertThat(scenario.agents().get(1).script().steps())
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Hear", "Press", "Hear", "Say", "Hear", "Say", "Pause", "HangUp");
    assertThat(scenario.caller().script().steps())
        .extracting(each -> each.getClass().getSimpleName())
        .as("whoever is hung up on need not have heard the last words")
        .endsWith("WaitFor", "Hear", "Say", "WaitFor");
  }
}
