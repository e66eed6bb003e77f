package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Golden messages of the carrier's published protocol. */
class TwilioWireTest {
  private static final String PAYLOAD = Base64.getEncoder().encodeToString(silence());

  private static byte[] silence() {
    byte[] frame = new byte[160];
    Arrays.fill(frame, (byte) 0xFF);
    return frame;
  }

  private static String mediaFrame(String payload) {
    return "{\"event\":\"media\",\"sequenceNumber\":\"2\",\"streamSid\":\"MZ03\",\"media\":{"
        + "\"track\":\"inbound\",\"chunk\":\"1\",\"timestamp\":\"65\",\"payload\":\""
        + payload
        + "\"}}";
  }

  @Test
  void everyPublishedMessageIsRead() throws Exception {
    Map<String, TwilioMessage> golden =
        Map.of(
            "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}",
            new TwilioMessage.Connected("1.0.0"),
            "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"streamSid\":\"MZ03\",\"start\":{"
                + "\"accountSid\":\"AC01\",\"streamSid\":\"MZ03\",\"callSid\":\"CA02\","
                + "\"tracks\":[\"inbound\"],\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\","
                + "\"sampleRate\":8000,\"channels\":1},\"customParameters\":{\"tenant\":\"7\"}}}",
            new TwilioMessage.Start("MZ03", "CA02", Set.of("inbound"), Map.of("tenant", "7"), ""),
            mediaFrame(PAYLOAD),
            new TwilioMessage.Media(false, 65, silence()),
            "{\"event\":\"dtmf\",\"streamSid\":\"MZ03\",\"sequenceNumber\":\"91\",\"dtmf\":{"
                + "\"track\":\"inbound_track\",\"digit\":\"5\"}}",
            new TwilioMessage.Dtmf('5'),
            "{\"event\":\"mark\",\"sequenceNumber\":\"140\",\"streamSid\":\"MZ03\",\"mark\":{"
                + "\"name\":\"utt-7\"}}",
            new TwilioMessage.Mark("utt-7"),
            "{\"event\":\"stop\",\"sequenceNumber\":\"900\",\"streamSid\":\"MZ03\",\"stop\":{"
                + "\"accountSid\":\"AC01\",\"callSid\":\"CA02\"}}",
            new TwilioMessage.Stop());
    for (Map.Entry<String, TwilioMessage> each : golden.entrySet()) {
      assertThat(TwilioWire.parse(each.getKey())).isEqualTo(each.getValue());
    }
  }

  private static boolean scans(String frame) {
    return new MediaScan(frame.getBytes(StandardCharsets.UTF_8)).scan();
  }

  @Test
  void marksAreReadAlikeByBothReaders() throws Exception {
    String usual =
        "{\"event\":\"mark\",\"sequenceNumber\":\"4\",\"streamSid\":\"MZ03\",\"mark\":{\"name\":\"ü-7\"}}";
    String otherOrder = "{\"mark\":{\"name\":\"ü-7\"},\"event\":\"mark\"}";
    String spaced = usual.replace(",", ",\n");
    assertThat(scans(usual)).isTrue();
    assertThat(scans(otherOrder)).isTrue();
    assertThat(scans(spaced)).isFalse();
    for (String each : List.of(usual, otherOrder, spaced)) {
      assertThat(TwilioWire.parse(each)).isEqualTo(new TwilioMessage.Mark("ü-7"));
    }
  }

  @Test
  void whatIsNoFrameOfTheseIsLeftToTheGeneralReader() {
    for (String each :
        List.of(
            "",
            "{",
            "{\"event\":\"media\",\"media\":{\"payload\":\"",
            "{\"event\":\"media\",\"media\":{\"track\":\"inbound\"}}",
            "{\"event\":\"mark\",\"mark\":{\"track\":\"inbound\"}}",
            "{\"event\":\"dtmf\",\"mark\":{\"name\":\"1\"}}",
            "{\"media\":{\"payload\":\"AA==\"}}",
            mediaFrame(PAYLOAD).replace("\"65\"", "\"6x\""),
            mediaFrame(PAYLOAD).replace("\"65\"", "\"\""),
            mediaFrame(PAYLOAD) + " x")) {
      assertThat(scans(each)).as(each).isFalse();
    }
  }

  @Test
  void mediaIsReadAlikeByBothReaders() throws Exception {
    String usual = mediaFrame(PAYLOAD);
    assertThat(scans(usual)).isTrue();
    String spaced = usual.replace("\":\"", "\" : \"").replace("\",\"", "\",\n\"");
    assertThat(scans(spaced)).as("line breaks are for the other").isFalse();
    assertThat(TwilioWire.parse(spaced)).isEqualTo(TwilioWire.parse(usual));
    String otherOrder =
        "{\"media\":{\"payload\":\""
            + PAYLOAD
            + "\",\"timestamp\":\"65\",\"track\":\"inbound\",\"later\":\"x\"},\"event\":\"media\"}";
    assertThat(scans(otherOrder)).isTrue();
    assertThat(TwilioWire.parse(otherOrder)).isEqualTo(TwilioWire.parse(usual));
    String numbers = usual.replace("\"65\"", "65");
    assertThat(TwilioWire.parse(numbers)).isEqualTo(TwilioWire.parse(usual));
    String outbound = usual.replace("inbound", "outbound");
    assertThat(((TwilioMessage.Media) TwilioWire.parse(outbound)).outbound()).isTrue();
  }

  @Test
  void escapedSlashesInAPayloadAreRead() throws Exception {
    String escaped = mediaFrame(PAYLOAD.replace("/", "\\/"));
    assertThat(TwilioWire.parse(escaped)).isEqualTo(TwilioWire.parse(mediaFrame(PAYLOAD)));
  }

  @Test
  void unknownEventsAreNotErrors() throws Exception {
    assertThat(TwilioWire.parse("{\"event\":\"applause\",\"clap\":[1,2]}"))
        .isEqualTo(new TwilioMessage.Unknown("applause"));
  }

  @Test
  void whatIsWrongIsNamedAndTheContentIsNot() {
    Map<String, String> wrong =
        Map.of(
            "{\"event\":\"media\",\"media\":{\"payload\":\"c2VjcmV0",
            "broken JSON",
            "[1,2]",
            "broken JSON",
            "{\"streamSid\":\"c2VjcmV0\"}",
            "a frame without 'event'",
            mediaFrame("c2VjcmV0*"),
            "'payload' is not base64",
            "{\"event\":\"media\",\"media\":{\"chunk\":\"c2VjcmV0\"}}",
            "without 'payload'",
            "{\"event\":\"media\",\"media\":\"c2VjcmV0\"}",
            "unexpected type",
            mediaFrame("c2VjcmV0").replace("\"65\"", "\"c2VjcmV0\""),
            "'timestamp' is not a number",
            "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"c2VjcmV0\"}}",
            "'digit' is not one key",
            "{\"event\":\"start\",\"start\":{\"streamSid\":\"c2VjcmV0\"}}",
            "without 'callSid'",
            mediaFrame("A".repeat(200_000)),
            "more than 80000 bytes");
    wrong.forEach(
        (frame, message) ->
            assertThatThrownBy(() -> TwilioWire.parse(frame))
                .isInstanceOf(WireException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("c2VjcmV0")
                .hasMessageNotContaining("AAAA"));
  }

  @Test
  void streamOfAnotherEncodingIsNamed() throws Exception {
    assertThat(
            TwilioWire.parse(
                "{\"event\":\"start\",\"start\":{\"streamSid\":\"MZ03\",\"callSid\":\"CA02\","
                    + "\"mediaFormat\":{\"encoding\":\"audio/l16\",\"sampleRate\":16000}}}"))
        .isEqualTo(
            new TwilioMessage.Start("MZ03", "CA02", Set.of(), Map.of(), "audio/l16 at 16000 Hz"));
  }

  @Test
  void everyMessageOfOursIsWrittenAsPublished() {
    assertThat(TwilioWire.media("MZ03", new byte[] {(byte) 0xFF, 0x7F}))
        .isEqualTo("{\"event\":\"media\",\"streamSid\":\"MZ03\",\"media\":{\"payload\":\"/38=\"}}");
    assertThat(TwilioWire.mark("MZ03", "utt-7"))
        .isEqualTo("{\"event\":\"mark\",\"streamSid\":\"MZ03\",\"mark\":{\"name\":\"utt-7\"}}");
    assertThat(TwilioWire.clear("MZ03")).isEqualTo("{\"event\":\"clear\",\"streamSid\":\"MZ03\"}");
  }

  @Test
  void tokensAndDigitsDoNotPrint() throws Exception {
    TwilioMessage start =
        new TwilioMessage.Start("MZ03", "CA02", Set.of(), Map.of("token", "secret"), "");
    assertThat(start.toString()).doesNotContain("secret");
    assertThat(new TwilioMessage.Dtmf('5').toString()).doesNotContain("5");
  }
}
