package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.scenario.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal shows of a call. */
class PrintedCallTest {
  private static final String HOSTILE = "hi\\u001b]0;owned\\u0007\\u009b2J\\r\\n\\u202eevil";
  private static final Ink PLAIN = new Ink(false);

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException mistaken) {
      throw new AssertionError(mistaken);
    }
  }

  private static JsonNode entry(String type, String body) {
    return json(
        "{\"sequence\": 1, \"at\": \"2026-03-02T10:00:01.500Z\", \"type\": \""
            + type
            + "\", \"version\": 1, \"body\": "
            + body
            + "}");
  }

  private static CallNarrator narrator() {
    CallNarrator narrator = new CallNarrator(PLAIN);
    narrator.tell(
        json(
            "{\"at\": \"2026-03-02T10:00:00Z\", \"type\": \"CallOffered\", \"body\": {\"to\":"
                + " \"+1\"}}"));
    return narrator;
  }

  private static void assertHarmless(List<String> lines) {
    assertThat(lines).isNotEmpty().noneMatch(line -> line.matches(".*[\\p{Cc}\u202e].*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CallerSaid | {\"text\": \"Where is it?\", \"confidence\": 0.91} | 00:01.5  caller   Where is it?  0.91",
        "CallerSaid | {\"text\": \"1\", \"keyed\": true} | 00:01.5  caller   1  keys",
        "AgentSaid | {\"text\": \"Hello.\", \"source\": \"MODEL\"} | 00:01.5  AI       Hello.  model",
        "PersonSaid | {\"who\": \"person\", \"text\": \"Dana here.\"} | 00:01.5  person   Dana here.",
        "PromptHeard | {\"whole\": false, \"text\": \"Hel\"} | · cut off; heard: “Hel”",
        "Understood | {\"intent\": \"refund\", \"confidence\": 0.8, \"slots\": {\"order_number\": \"12\"}, \"mood\": \"angry\"} | · refund 0.80  order_number=12  mood: angry",
        "ToolFinished | {\"ok\": false, \"summary\": \"too late\"} | · refused: too late",
        "EscalationFired | {\"rule\": \"R14\", \"effect\": \"transfer-now\", \"reason\": \"asked\"} | rule R14 → transfer-now: asked",
        "PhaseChanged | {\"from\": \"CONVERSING\", \"to\": \"BRIDGED\"} | CONVERSING → BRIDGED",
        "PartDegraded | {\"part\": \"store\", \"step\": \"memory\"} | in trouble: store → memory",
        "PartReplaced | {\"part\": \"recognizer\", \"from\": \"vosk\", \"to\": \"whisper\", \"why\": \"no answer in 2 s\", \"late\": true} | recognizer vosk is replaced by whisper: no answer in 2 s; the caller had to wait",
        "PartReplaced | {\"part\": \"voice\", \"from\": \"node\", \"to\": \"\", \"why\": \"it broke\", \"late\": false} | voice node is given up, and there is no other: it broke",
        "PartFailed | {\"part\": \"voice\", \"why\": \"IOException\"} | voice failed: IOException",
        "MenuGiven | {\"reason\": \"the voice fails\"} | · the caller gets the keypad menu: the voice fails",
        "Replied | {\"afterMs\": 1240, \"endpointMs\": 650, \"decodeMs\": 400, \"thinkMs\": 190} | · answered after 1.24 s (end of turn 650 ms, words 400 ms, answer 190 ms)",
        "CallEnded | {\"outcome\": \"TRANSFERRED\", \"by\": \"CALLER\", \"reason\": \"hung up\"} | 00:01.5  the call ends: transferred, by caller  hung up",
      })
  void entryIsToldInOneLine(String type, String body, String line) {
    assertThat(narrator().tell(entry(type, body)).stream().map(String::strip))
        .containsExactly(line.strip());
  }

  @Test
  void whatIsUnknownOrWholeIsLeftOut() {
    assertThat(narrator().tell(entry("SomethingNew", "{}"))).isEmpty();
    assertThat(narrator().tell(entry("PromptHeard", "{\"whole\": true}"))).isEmpty();
  }

  @Test
  void longTurnIsWrappedUnderItsFirstWord() {
    String words = "word ".repeat(40).strip();
    List<String> lines = narrator().tell(entry("CallerSaid", "{\"text\": \"" + words + "\"}"));
    assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 100);
    assertThat(String.join(" ", lines).split("word", -1)).hasSize(41);
  }

  @ParameterizedTest
  @CsvSource({
    "CallerSaid, text", "AgentSaid, text", "PersonSaid, text", "ToolFinished, summary",
    "CallOffered, to", "CallEnded, reason", "EscalationFired, reason", "DialIntended, name"
  })
  void hostileTextReachesTheTerminalWithoutItsControlCharacters(String type, String field) {
    List<String> lines = narrator().tell(entry(type, "{\"" + field + "\": \"" + HOSTILE + "\"}"));
    assertHarmless(lines);
    assertThat(String.join(" ", lines)).contains("hi").contains("evil");
  }

  @Test
  void coloursAreOursAlone() {
    List<String> lines =
        new CallNarrator(new Ink(true)).tell(entry("AgentSaid", "{\"text\": \"" + HOSTILE + "\"}"));
    assertHarmless(List.of(String.join(" ", lines).replaceAll("\u001b\\[[0-9;]*m", "")));
  }

  @Test
  void briefShowsStatementsWithTheirEvidence() {
    List<String> lines =
        BriefCard.lines(
            json(
                "{\"who\": \"a caller\", \"why\": \"asked for a person\", \"facts\": [{\"text\":"
                    + " \"order 12\", \"entry\": 7, \"evidence\": \"my order is 12\"}],"
                    + " \"open\": [\"a gift card\"], \"whisper\": \""
                    + HOSTILE
                    + "\"}"),
            PLAIN);
    assertThat(lines)
        .contains("  known     order 12  ← #7 my order is 12", "  open      a gift card");
    assertHarmless(lines);
  }

  @Test
  void resultTellsFailuresAndPoolsReplyTimes() {
    JsonNode good =
        json(
            "{\"scenario\": \"a\", \"passed\": true, \"lastedMs\": 61000, \"callSid\": \"CA1\","
                + " \"recording\": \"/tmp/CA1.wav\", \"report\": {\"replies\": {\"eachMs\": [900,"
                + " 1100]}, \"holes\": []}}");
    JsonNode bad =
        json(
            "{\"scenario\": \"b\", \"passed\": false, \"failures\": [{\"cause\": \"step\","
                + " \"line\": 12, \"text\": \""
                + HOSTILE
                + "\"}], \"report\": {\"replies\": {\"eachMs\": [2000]}, \"holes\": [{}]}}");
    List<String> lines = ResultCard.lines(List.of(good, bad), PLAIN);
    assertThat(lines)
        .contains("passed  a  61 s, call CA1")
        .anyMatch(line -> line.startsWith("FAILED  b"))
        .anyMatch(line -> line.contains("step (line 12): hi"))
        .anyMatch(line -> line.contains("listen: /tmp/CA1.wav"))
        .anyMatch(line -> line.contains("3 replies: p50 1.10 s, p95 2.00 s, longest 2.00 s"))
        .anyMatch(line -> line.contains("holes in our speech: 1"));
    assertHarmless(lines);
    assertThat(ResultCard.lines(List.of(json("{\"passed\": false}")), PLAIN)).hasSize(1);
  }

  @Test
  void simulatorsReportForPeopleIsHarmlessToo() {
    StringWriter out = new StringWriter();
    String hostile = json("\"" + HOSTILE + "\"").asText();
    new SimReport.Text(new PrintWriter(out, true), false)
        .moment(
            new Moment(
                Duration.ofMillis(1500),
                "caller",
                new PersonNote(PersonNote.Kind.HEARD, hostile, 3)));
    assertThat(out.toString()).contains("1.5 s  caller   heard").contains("evil");
    assertHarmless(out.toString().lines().toList());
  }
}
