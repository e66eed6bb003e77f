package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.List;
import org.cordboard.speech.node.wire.Audio;
import org.cordboard.speech.node.wire.Edge;
import org.cordboard.speech.node.wire.Mark;
import org.cordboard.speech.node.wire.Open;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.SpeechGrpcClient;
import org.cordboard.speech.node.wire.health.HealthCheckRequest;
import org.cordboard.speech.node.wire.health.HealthCheckResponse;
import org.cordboard.speech.node.wire.health.HealthGrpcClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node answers to probes, and to clients that break its rules. */
class NodeProtocolTest extends NodesOnSockets {
  private static final String SERVICE = "cordboard.speech.v1.Speech";
  private static final RecognizeRequest OPEN =
      RecognizeRequest.newBuilder().setOpen(Open.newBuilder().setLanguage("en-US")).build();

  // ---- audio

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 159, 161, 101 * 160})
  void audioThatIsNotOneToAHundredFramesEndsTheStreamWithTheRule(int bytes) throws Exception {
    SpeechNode node = node("");
    RawCall call = recognize(node, OPEN, audio(0, bytes));

    assertThat(call.next()).isEqualTo("ACCEPTED");
    assertThat(call.next())
        .startsWith("INVALID_ARGUMENT")
        .contains("frames of 160 bytes, not " + bytes + " bytes");
    assertThat(get(node, "/metrics").body()).containsPattern("refused_total\\S* 1\n");
    goesOn(node);
  }

  @ParameterizedTest
  @ValueSource(ints = {200_000, 1 << 20})
  void aMessageLargerThanAnyAudioEndsItsStreamAndHarmsNobodyElse(int bytes) throws Exception {
    SpeechNode node = node("");
    Caller other = caller(recognizer(node.port()));
    other.begin(1);
    other.say("good ");
    RawCall call = recognize(node, OPEN, audio(0, bytes));

    assertThat(call.next()).isEqualTo("ACCEPTED");
    assertThat(call.next()).startsWith("INVALID_ARGUMENT").contains("too large");
    other.say("morning");
    other.end(1);
    assertThat(other.next()).isEqualTo("final 1 good morning");
    until(() -> streams(node) == 1);
  }

  @Test
  void aHundredFramesAreTaken() throws Exception {
    SpeechNode node = node("");
    RawCall call =
        recognize(
            node,
            OPEN,
            mark(Edge.STARTED, 0),
            audio(0, 100 * 160),
            mark(Edge.PAUSED, 16_000),
            mark(Edge.ENDED, 16_000));

    assertThat(call.next()).isEqualTo("ACCEPTED");
    assertThat(call.next()).isEqualTo("FINAL");
  }

  @Test
  void audioThatWasHeardBeforeIsRefused() throws Exception {
    RawCall call = recognize(node(""), OPEN, audio(160, 160), audio(160, 160));

    assertThat(call.next()).isEqualTo("ACCEPTED");
    assertThat(call.next()).startsWith("INVALID_ARGUMENT").contains("in order");
  }

  // ---- order

  @Test
  void whatComesBeforeOpenOrAfterASecondOneIsRefused() throws Exception {
    SpeechNode node = node("");
    assertThat(recognize(node, audio(0, 160)).next())
        .startsWith("INVALID_ARGUMENT")
        .contains("first request is Open");
    RawCall twice = recognize(node, OPEN, OPEN);
    assertThat(twice.next()).isEqualTo("ACCEPTED");
    assertThat(twice.next()).startsWith("INVALID_ARGUMENT");
    goesOn(node);
  }

  @Test
  void anUtteranceBeginsOnceAndNotTooManyAwaitTheirWords() throws Exception {
    SpeechNode node = node("", java.time.Duration.ofHours(1)); // words never come
    RecognizeRequest[] requests = new RecognizeRequest[1 + 2 * 65];
    requests[0] = OPEN;
    for (int i = 0; i < 65; i++) {
      requests[1 + 2 * i] = mark(i, Edge.STARTED, 0);
      requests[2 + 2 * i] = mark(i, Edge.ENDED, 0);
    }
    RawCall call = recognize(node, requests);
    assertThat(call.next()).isEqualTo("ACCEPTED");
    assertThat(call.next()).startsWith("INVALID_ARGUMENT").contains("64 may await");

    RawCall again =
        recognize(node, OPEN, mark(Edge.STARTED, 0), mark(Edge.ENDED, 0), mark(Edge.STARTED, 0));
    assertThat(again.next()).isEqualTo("ACCEPTED");
    assertThat(again.next()).startsWith("INVALID_ARGUMENT").contains("begins once");
  }

  // ---- health

  @Test
  void probesAreToldThatANodeServesAlsoWhenItIsFull() throws Exception {
    SpeechNode node = node("speech.node.server.limits.streams = 1");
    assertThat(check(node, "").next()).isEqualTo("SERVING");
    assertThat(check(node, SERVICE).next()).isEqualTo("SERVING");
    assertThat(check(node, "another.Service").next()).startsWith("NOT_FOUND");

    recognize(node, OPEN);
    until(() -> get(node, "/metrics").body().contains("state=\"full\"} 1"));
    assertThat(check(node, "").next()).isEqualTo("SERVING");
    assertThat(health(node)).isEqualTo(200);
  }

  @Test
  void whoWatchesIsToldOfEachChange() throws Exception {
    SpeechNode node = node("");
    RawCall watch = watch(node, SERVICE);
    RawCall unknown = watch(node, "another.Service");
    assertThat(watch.next()).isEqualTo("SERVING");
    assertThat(unknown.next()).isEqualTo("SERVICE_UNKNOWN");

    node.drain();
    assertThat(watch.next()).isEqualTo("NOT_SERVING");
    assertThat(check(node, "").next()).isEqualTo("NOT_SERVING");
    assertThat(get(node, "/health").body()).isEqualTo("draining\n");
  }

  @Test
  void aNodeWhoseEngineFailsIsNotHealthy() throws Exception {
    SpeechNode node = broken();
    RawCall watch = watch(node, "");
    assertThat(watch.next()).isEqualTo("SERVING");
    RecognizeRequest[] requests = new RecognizeRequest[7];
    requests[0] = OPEN;
    for (int i = 0; i < 3; i++) {
      requests[1 + 2 * i] = mark(i, Edge.STARTED, 0);
      requests[2 + 2 * i] = mark(i, Edge.ENDED, 0);
    }
    RawCall call = recognize(node, requests);
    assertThat(call.next()).isEqualTo("ACCEPTED");
    assertThat(call.next()).isEqualTo("FAILED");

    assertThat(watch.next()).isEqualTo("NOT_SERVING");
    assertThat(get(node, "/health").statusCode()).isEqualTo(503);
    assertThat(get(node, "/health").body()).isEqualTo("sick\n");
  }

  private void goesOn(SpeechNode node) throws InterruptedException {
    Caller caller = caller(recognizer(node.port()));
    caller.utter("hello there");
    assertThat(caller.next()).isEqualTo("final 1 hello there");
  }

  private RawCall raw(SpeechNode node) {
    RawCall call = new RawCall(clock, node);
    open.add(call);
    return call;
  }

  private RawCall recognize(SpeechNode node, RecognizeRequest... requests) {
    return raw(node).send(SpeechGrpcClient.Recognize, List.of(requests), NodeProtocolTest::shown);
  }

  private static String shown(RecognizeReply reply) {
    return reply.getKindCase().name();
  }

  private RawCall check(SpeechNode node, String service) {
    return raw(node)
        .send(HealthGrpcClient.Check, List.of(asked(service)), NodeProtocolTest::status);
  }

  private RawCall watch(SpeechNode node, String service) {
    return raw(node)
        .send(HealthGrpcClient.Watch, List.of(asked(service)), NodeProtocolTest::status);
  }

  private static HealthCheckRequest asked(String service) {
    return HealthCheckRequest.newBuilder().setService(service).build();
  }

  private static String status(HealthCheckResponse response) {
    return response.getStatus().name();
  }

  private static RecognizeRequest audio(long start, int bytes) {
    return RecognizeRequest.newBuilder()
        .setAudio(
            Audio.newBuilder().setStartSample(start).setMulaw(ByteString.copyFrom(new byte[bytes])))
        .build();
  }

  private static RecognizeRequest mark(Edge edge, long sample) {
    return mark(1, edge, sample);
  }

  private static RecognizeRequest mark(long utterance, Edge edge, long sample) {
    return RecognizeRequest.newBuilder()
        .setMark(Mark.newBuilder().setUtterance(utterance).setEdge(edge).setSample(sample))
        .build();
  }
}
