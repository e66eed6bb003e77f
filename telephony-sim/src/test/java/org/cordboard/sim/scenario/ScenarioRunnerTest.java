package org.cordboard.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.sim.party.EarSettings;
import org.cordboard.sim.party.MarkedEar;
import org.cordboard.sim.party.MarkedVoice;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.party.Senses;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {
  private static final String COMPANY = "+15550100";

  private final BackToBack exchange = new BackToBack();
  private final MarkedVoice voice = new MarkedVoice();
  private final List<LedgerLine> ledger =
      new ArrayList<>(
          List.of(new LedgerLine(1, "", "CallEnded", new JsonObject().put("outcome", "ok"))));
  private String ringing = ""; // a number that rings at each deed
  private final List<String> deeds = new ArrayList<>();
  private final List<ScenarioResult> results = new ArrayList<>();

  private ScenarioResult play(String yaml) {
    Senses senses = new Senses(exchange.clock, voice, new MarkedEar(voice), EarSettings.USUAL);
    Deeds does =
        (deed, done) -> {
          deeds.add(deed);
          if (!ringing.isEmpty()) {
            exchange.ring(ringing);
          }
          done.accept("");
        };
    new ScenarioRunner(exchange, senses, (sid, loop, then) -> then.done(ledger), does, COMPANY)
        .run(
            ScenarioFile.read(Path.of("test.yaml"), yaml, voice.voices()),
            ScenarioListener.NOBODY,
            results::add);
    exchange.clock.advance(Duration.ofMinutes(10));
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private static List<String> said(ScenarioResult result) {
    return result.timeline().stream()
        .filter(each -> each.note().kind() == PersonNote.Kind.SAID)
        .map(each -> each.who() + ": " + each.note().text())
        .toList();
  }

  private static final String TALK =
      """
      caller:
        from: "+15550123"
        voice: any
        answers: {"is that right": "Yes."}
        steps:
          - say: ["Where is it?", "Where is my order?"]
            until: shipped
          - do: stop-store
          - say: Thank you.
          - wait-for: ended
      agents:
        - number: "+15550100"
          voice: any
          steps:
            - say: Pardon?
              until: order
            - say: Order 12. Is that right?
              until: "yes"
            - say: It has shipped.
              until: thank
            - hang-up
      expect:
        - outcome: ok
        - heard-by: agent
          words: thank you
      """;

  @Test
  void twoPeopleTalkByTurnsUntilBothScriptsAreDone() {
    ScenarioResult result = play(TALK);
    assertThat(result.failures()).isEmpty();
    assertThat(said(result))
        .containsExactly(
            "caller: Where is it?",
            "agent: Pardon?",
            "caller: Where is my order?",
            "agent: Order 12. Is that right?",
            "caller: Yes.",
            "agent: It has shipped.",
            "caller: Thank you.");
    assertThat(exchange.keys).hasToString("1");
    assertThat(deeds).containsExactly("stop-store");
    assertThat(exchange.numbers).isEmpty();
  }

  @Test
  void answerWaitsForTheEndOfTheTurnAndTheTimeToUnderstand() {
    ScenarioResult result = play(TALK);
    Duration said = at(result, "caller", PersonNote.Kind.SAID);
    Duration heard = at(result, "agent", PersonNote.Kind.HEARD);
    // 600 ms of speech, 900 ms of silence, 300 ms of decoding
    assertThat(heard.minus(said)).isBetween(Duration.ofMillis(1_780), Duration.ofMillis(1_900));
  }

  private static Duration at(ScenarioResult result, String who, PersonNote.Kind kind) {
    return result.timeline().stream()
        .filter(each -> each.who().equals(who) && each.note().kind() == kind)
        .findFirst()
        .orElseThrow()
        .at();
  }

  @Test
  void somebodyElseMayBeThereWhenANumberRingsAgain() {
    String yaml =
        """
        caller:
          from: "+15550123"
          voice: any
          steps: [do: stop-store, do: stop-store, do: stop-store, hang-up]
        agents:
          - {number: "+15550100", voice: any, behaviour: voicemail}
          - {name: Dana, number: "+15550101", voice: any, behaviour: no-answer}
          - {name: Dana again, number: "+15550101", ring: 2, voice: any, behaviour: no-answer}
        expect:
          - outcome: ok
        """;
    ringing = "+15550101";
    assertThat(play(yaml).timeline())
        .filteredOn(each -> each.note().kind() == PersonNote.Kind.RINGING)
        .filteredOn(each -> each.who().startsWith("Dana"))
        .extracting(Moment::who)
        .containsExactly("Dana", "Dana again", "Dana again");
  }

  @Test
  void resultForMachinesHoldsTheTimeline() {
    JsonObject json = play(TALK).toJson();
    assertThat(json.getBoolean("passed")).isTrue();
    assertThat(json.getJsonArray("timeline").encode()).contains("\"what\":\"said\"");
    assertThat(json.getString("callSid")).isEqualTo("CA1");
  }

  @Test
  void personsFirstWordsAfterTheKeyMarkTheEndOfTheMachinesPart() {
    assertThat(play(TALK).personSpokeAfter()).isPresent();
  }

  @Test
  void unmetExpectationIsToldWithItsLine() {
    ScenarioResult result = play(TALK.replace("outcome: ok", "outcome: lost"));
    assertThat(result.byCause()).containsOnlyKeys(Failure.Cause.EXPECTATION);
    assertThat(result.failures().get(0).line()).isEqualTo(23);
    assertThat(result.failures().get(0).text()).contains("wanted exactly 1, found 0");
  }

  @Test
  void whatTheCarrierComplainedOfComesFirst() {
    exchange.notices.add("11200: answered with HTTP 404");
    ScenarioResult result =
        play(TALK.replace("outcome: ok", "outcome: lost") + "  - no-notices: true\n");
    assertThat(result.failures())
        .extracting(Failure::cause)
        .containsExactly(Failure.Cause.CARRIER, Failure.Cause.EXPECTATION);
    assertThat(result.failures().get(0).text()).contains("the gateway broke a rule");
  }

  @Test
  void callThatNeverEndsIsEndedAtTheLimit() {
    String endless =
        "limit: 30s\n"
            + TALK.replace("until: thank\n      - hang-up", "until: never")
                .replace("wait-for: ended", "pause: 25s");
    ScenarioResult result = play(endless);
    assertThat(result.byCause()).containsKey(Failure.Cause.LIMIT);
    assertThat(result.lasted()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(34));
  }

  @Test
  void lineThatIsRefusedFailsTheCallersStep() {
    String refused =
        TALK.substring(0, TALK.indexOf("    steps:\n      - say: Pardon?"))
            + "    behaviour: refuse\n"
            + TALK.substring(TALK.indexOf("expect:"));
    assertThat(play(refused).failures().get(0).text()).startsWith("caller: the line ended (busy)");
  }

  @Test
  void numberThatDoesNotExistIsACallThatWasNotPlaced() {
    ScenarioResult result =
        play(TALK.replace("voice: any\n  answers", "voice: any\n  to: \"+15559999\"\n  answers"));
    assertThat(result.byCause()).containsKey(Failure.Cause.NOT_PLACED);
    assertThat(result.callSid()).isEmpty();
  }

  @Test
  void ledgerWithoutAnOutcomeIsAFailureOfItsOwn() {
    ledger.clear();
    assertThat(play(TALK).byCause()).containsKey(Failure.Cause.LEDGER);
  }

  private static final String TO_THE_AGENT =
      """
      caller:
        from: "+15550123"
        voice: any
        steps:
      %s
      agents:
        - number: "+15550100"
          voice: any
          steps:
      %s
      expect:
        - outcome: ok
      """;

  private ScenarioResult play(String callerSteps, String agentSteps) {
    return play(TO_THE_AGENT.formatted(callerSteps.indent(4), agentSteps.indent(6)));
  }

  @Test
  void interruptionComesSoLongIntoTheOtherSidesWords() {
    ScenarioResult result =
        play(
            "- say: Hello.\n- {interrupt: Stop., after: 300ms}\n- wait-for: ended",
            "- say: Welcome.\n- hear: stop\n- hang-up");
    assertThat(result.failures()).isEmpty();
    assertThat(said(result)).containsExactly("caller: Hello.", "agent: Welcome.", "caller: Stop.");
    Duration welcomed = at(result, "agent", PersonNote.Kind.SAID);
    Duration stopped =
        result.timeline().stream()
            .filter(each -> each.note().text().equals("Stop."))
            .findFirst()
            .orElseThrow()
            .at();
    assertThat(stopped.minus(welcomed)).isBetween(Duration.ofMillis(280), Duration.ofMillis(380));
  }

  @Test
  void interruptionAfterAWordComesBeforeTheTurnIsOver() {
    ScenarioResult result =
        play(
            "- say: Hello.\n- {interrupt: Stop., after-word: welcome}\n- wait-for: ended",
            "- say: Welcome.\n- say: And more.\n- hear: stop\n- hang-up");
    assertThat(result.failures()).isEmpty();
    assertThat(said(result)).contains("caller: Stop.");
  }

  @Test
  void entryOfTheLedgerIsWaitedFor() {
    exchange.clock.after(
        Duration.ofSeconds(7),
        () ->
            ledger.add(
                0, new LedgerLine(1, "", "ToolFinished", new JsonObject().put("tool", "refund"))));
    ScenarioResult result =
        play(
            "- wait-for: {entry: ToolFinished, with: {tool: refund}}\n- say: Thanks.\n- wait-for: ended",
            "- hear: thanks\n- hang-up");
    assertThat(result.failures()).isEmpty();
    assertThat(at(result, "caller", PersonNote.Kind.SAID))
        .isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500));
  }

  @Test
  void nothingIsHeardOfWhoeverIsOnHold() {
    ScenarioResult result =
        play(
            "- say: My name is Sam.\n- {hold: 5s, music: false}\n- say: I am back.\n- wait-for: ended",
            "- say: Are you there?\n- hear: back\n- hang-up");
    assertThat(result.failures()).isEmpty();
    assertThat(result.timeline())
        .noneMatch(
            each ->
                each.who().equals("caller")
                    && each.note().kind() == PersonNote.Kind.HEARD
                    && each.note().text().contains("there"));
  }

  @Test
  void coughIsHeardAndIsNoWord() {
    ScenarioResult result =
        play("- cough\n- say: Sorry.\n- wait-for: ended", "- hear: sorry\n- hang-up");
    assertThat(said(result)).containsExactly("caller: [cough]", "caller: Sorry.");
    assertThat(result.failures()).isEmpty();
  }
}
