package org.cordboard.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cordboard.sim.party.Pickup;
import org.cordboard.sim.party.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {
  private static final Path FILE = Path.of("calls/refund.yaml");
  private static final List<String> VOICES = List.of("kevin", "sam");

  private static final String GOOD =
      """
      about: a refund
      limit: 2m
      caller:
        from: "+15550123"
        voice: kevin
        answers:
          "is that right": "Yes."
        steps:
          - hear: [ai, artificial]
          - say: ["Where is my order?", {text: "Where is it?", rate: 80}]
            until: order number
          - do: stop-store
          - wait-for: agent-answered
          - hang-up
      agents:
        - number: "+15550777"
          voice: sam
          rings: 3s
          steps:
            - say: "Hello, this is Sam."
      expect:
        - outcome: handed-over
        - entry: NoticeHeard
          with: {notice: ai}
        - tool: refund_order
          times: 1
        - order: [NoticeHeard, {entry: TransferChanged, with: {state: BRIDGED}}]
        - heard-by: agent
          words: refund
        - not-said: human being
        - person-joined: true
        - both-transcribed: true
        - no-notices: true
      """;

  private static Scenario read(String yaml) {
    return ScenarioFile.read(FILE, yaml, VOICES);
  }

  @Test
  void goodFileIsReadWhole() {
    Scenario scenario = read(GOOD);
    assertThat(scenario.name()).isEqualTo("refund");
    assertThat(scenario.limit()).isEqualTo(Duration.ofMinutes(2));
    assertThat(scenario.caller().script().steps()).hasSize(5);
    Step.Say say = (Step.Say) scenario.caller().script().steps().get(1);
    assertThat(say.line()).isEqualTo(10);
    assertThat(say.variants().get(1).rate()).isEqualTo(0.8);
    assertThat(say.until().get(0).matcher("your order number please").find()).isTrue();
    assertThat(scenario.expectations()).hasSize(9);
  }

  @Test
  void acceptingAgentHearsThePromptAndPressesTheKeyFirst() {
    Scenario.Agent agent = read(GOOD).agents().get(0);
    assertThat(agent.pickup()).isEqualTo(new Pickup(Pickup.Manner.ANSWER, Duration.ofSeconds(3)));
    assertThat(agent.script().steps())
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Hear", "Press", "Say");
  }

  @Test
  void outcomeMeansExactlyOneEndOfThatKind() {
    Expectation.Entries outcome = (Expectation.Entries) read(GOOD).expectations().get(0);
    assertThat(outcome.pattern().type()).isEqualTo("CallEnded");
    assertThat(outcome.least()).isEqualTo(1);
    assertThat(outcome.most()).isEqualTo(1);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("about: a", "abuot: a", ":1: unknown key 'abuot'; did you mean 'about'?"),
        Arguments.of("  voice: kevin\n", "", ":4: 'voice' is missing; add voice: kevin"),
        Arguments.of(
            "voice: kevin", "voice: bob", ":5: there is no voice 'bob'; use one of [kevin"),
        Arguments.of("+15550123", "0123", ":4: '0123' is no telephone number"),
        Arguments.of(
            "- hear: [ai,",
            "- hera: [ai,",
            ":9: a step needs exactly one of [aside, backchannel, cough, do"),
        Arguments.of(
            "[ai, a", "['(ai', a", ":9: '(ai' is not a regular expression: Unclosed group"),
        Arguments.of("[ai, a", "[\"it's\", a", ":9: 'it's' can never be heard"),
        Arguments.of("until: order number\n", "within: 2s\n", ":10: only the first of these would"),
        Arguments.of("until: order", "within: 5m\n      until: order", ":11: a wait of 300000 ms"),
        Arguments.of(
            "stop-store", "stop-shop", ":12: unknown deed 'stop-shop'; did you mean 'stop-store'?"),
        Arguments.of("agent-answered", "sam-left", ":13: nobody ever tells 'sam-left'; use one of"),
        Arguments.of(
            "agent-answered",
            "agent-anwsered",
            ":13: nobody ever tells 'agent-anwsered'; did you mean 'agent-answered'?"),
        Arguments.of(
            "agent-answered", "{leg: agent, status: gone}", ":13: no leg is ever 'gone'; use one"),
        Arguments.of(
            "agent-answered",
            "{entry: TransferStartd}",
            ":13: no entry of a ledger is a 'TransferStartd'; did you mean 'TransferStarted'?"),
        Arguments.of(
            "agent-answered",
            "{transfer: bridged}",
            ":13: no transfer is ever 'bridged'; did you mean 'BRIDGED'?"),
        Arguments.of("- hang-up", "- hang-up\n    - hear", ":15: nothing can follow 'hang-up'"),
        Arguments.of("rings: 3s", "rings: soon", ":18: 'rings' must be a time such as 800ms, 2s"),
        Arguments.of("rings: 3s", "behaviour: refuse", ":20: an agent with behaviour refuse never"),
        Arguments.of("rings: 3s", "behaviour: lazy", ":18: unknown 'lazy'; use one of [accept"),
        Arguments.of(
            "rings: 3s", "ring: 2", ":16: 'ring: 2' of agent has nobody before it; say first who"),
        Arguments.of(
            "      - say: \"Hello, this is Sam.\"",
            "      - hear\n  - {name: Kim, number: \"+15550777\", voice: sam}",
            ":16: two people have the number +15550777; give each their own, or 'ring: 2' to"),
        Arguments.of("heard-by: agent", "heard-by: bob", ":28: nobody is called 'bob' here"),
        Arguments.of("times: 1", "times: x", ":26: 'times' must be a whole number from 0 to 1000"),
        Arguments.of(
            "text: \"Where is it?\"",
            "text: a, wav: absent.wav",
            ":10: calls/absent.wav cannot be read; put an 8 kHz WAV file there"),
        Arguments.of("limit: 2m", "limit: 2m\nlimit: 3m", ":3: 'limit' is given twice; keep one"),
        Arguments.of("  answers:", " answers:", ":6: not YAML: "));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakeIsToldWithFileLineAndFix(String good, String bad, String told) {
    assertThat(GOOD).contains(good);
    assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("calls/refund.yaml" + told)
        .hasMessageNotContaining("\n");
  }

  @Test
  void emptyFileIsToldSo() {
    assertThatThrownBy(() -> read(""))
        .hasMessage("calls/refund.yaml: is empty; add caller: and expect:");
  }

  @Test
  void absentFileIsToldSo() {
    assertThatThrownBy(() -> ScenarioFile.read(Path.of("no/such.yaml"), VOICES))
        .hasMessage("no/such.yaml: cannot be read; name a scenario file");
  }
}
