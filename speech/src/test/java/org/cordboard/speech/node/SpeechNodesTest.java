package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.scripted.ScriptedRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes and their client over real sockets of this machine, with scripted engines. */
class SpeechNodesTest {
  private static final String QUICK =
      "speech.node.client { start-wait = 2s, silence = 400ms, reconnect-first = 20ms,"
          + " reconnect-most = 200ms, answer-within = 3s, give-up = 500ms }\n"
          + "speech.node.server { listen { port = 0, metrics-port = 0 }, report-every = 50ms,"
          + " drain-grace = 5s }\n";

  private final SystemClock clock = new SystemClock("test");
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    clock.close();
  }

  @Test
  void whatIsSaidIsHeardByANode() throws Exception {
    SpeechNode node = node("");
    NodeRecognizer recognizer = recognizer(node.port());
    assertThat(recognizer.name()).isEqualTo("speech nodes with scripted");
    Caller caller = caller(recognizer);
    caller.begin(1);
    caller.say("where is my order");
    caller.end(1);
    assertThat(caller.next()).isEqualTo("final 1 where is my order");
    caller.close();
    until(() -> recognizer.attached() == 0 && streams(node) == 0);
  }

  @Test
  void noWordIsLostWhenTheNodeIsKilledInMidUtterance() throws Exception {
    CuttableWire first = wire(node("").port());
    CuttableWire second = wire(node("").port());
    NodeRecognizer recognizer = recognizer(first.port(), second.port());
    Caller caller = caller(recognizer);
    caller.begin(1);
    caller.say("i would like to know ");
    until(() -> recognizer.attached() == 1);
    NodeAddress used = busiest(recognizer);
    (used.port() == first.port() ? first : second).cut();
    caller.say("where my order is and when it comes");
    caller.end(1);
    assertThat(caller.next())
        .isEqualTo("final 1 i would like to know where my order is and when it comes");
    assertThat(caller.quiet()).isTrue();
  }

  @Test
  void noWordIsLostWhenTheNodeFreezesAfterTheUtterance() throws Exception {
    CuttableWire first = wire(node("", Duration.ofMillis(1_500)).port());
    CuttableWire second = wire(node("", Duration.ofMillis(50)).port());
    NodeRecognizer both = recognizer(first.port(), second.port());
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Caller caller = caller(both);
      callers.add(caller);
      caller.begin(1);
      caller.say("caller number " + i);
      caller.end(1);
    }
    until(() -> both.attached() == 4);
    first.hold();
    for (int i = 0; i < 4; i++) {
      assertThat(callers.get(i).next()).isEqualTo("final 1 caller number " + i);
    }
  }

  @Test
  void streamsAreSpreadOverTheNodes() throws Exception {
    SpeechNode one = node("");
    SpeechNode two = node("");
    NodeRecognizer recognizer = recognizer(one.port(), two.port());
    for (int i = 0; i < 10; i++) {
      caller(recognizer);
    }
    until(() -> streams(one) == 5 && streams(two) == 5);
  }

  @Test
  void aDrainingNodeFinishesItsUtteranceAndTheNextGoesElsewhere() throws Exception {
    SpeechNode one = node("");
    NodeRecognizer recognizer = recognizer(one.port());
    Caller caller = caller(recognizer);
    caller.begin(1);
    caller.say("first ");
    until(() -> streams(one) == 1);
    SpeechNode two = node("");
    NodeRecognizer both = recognizer(one.port(), two.port());
    Thread stopping = new Thread(one::drain);
    stopping.start();
    until(() -> health(one) == 503);
    Caller other = caller(both); // takes no new streams
    other.begin(1);
    other.say("second");
    other.end(1);
    assertThat(other.next()).isEqualTo("final 1 second");
    assertThat(streams(two)).isEqualTo(1);
    caller.say("and last");
    caller.end(1);
    assertThat(caller.next()).isEqualTo("final 1 first and last");
    stopping.join(5_000);
    assertThat(stopping.isAlive()).isFalse();
  }

  @Test
  void idleStreamsMoveWhenTheirNodeDrains() throws Exception {
    SpeechNode one = node("");
    SpeechNode two = node("");
    NodeRecognizer recognizer = recognizer(one.port(), two.port());
    Caller first = caller(recognizer);
    Caller second = caller(recognizer);
    until(() -> streams(one) == 1 && streams(two) == 1);
    assertThat(one.drain()).isTrue();
    until(() -> streams(two) == 2);
    one.close();
    for (Caller caller : List.of(first, second)) {
      caller.begin(1);
      caller.say("still here");
      caller.end(1);
      assertThat(caller.next()).isEqualTo("final 1 still here");
    }
  }

  @Test
  void beyondItsLimitANodeRefusesAndAnotherIsAsked() throws Exception {
    SpeechNode small = node("speech.node.server.limits.streams = 1");
    SpeechNode large = node("");
    NodeRecognizer recognizer = recognizer(small.port(), large.port());
    for (int i = 0; i < 6; i++) {
      Caller caller = caller(recognizer);
      caller.begin(1);
      caller.say("hello");
      caller.end(1);
      assertThat(caller.next()).isEqualTo("final 1 hello");
    }
    assertThat(streams(small)).isLessThanOrEqualTo(1);
    assertThat(streams(small) + streams(large)).isEqualTo(6);
  }

  @Test
  void whereNobodyHasRoomTheFailureSaysSo() throws Exception {
    SpeechNode small = node("speech.node.server.limits.streams = 1");
    NodeRecognizer recognizer = recognizer(small.port());
    caller(recognizer);
    until(() -> streams(small) == 1);
    Caller refused = caller(recognizer);
    refused.begin(1);
    refused.say("hello");
    refused.end(1);
    assertThat(refused.next()).startsWith("failure 1 no speech node can be asked").contains("full");
    assertThat(recognizer.load().lag()).isGreaterThan(Duration.ofMinutes(1));
  }

  @Test
  void aWrongAddressHindersNobodyAndIsNamed() throws Exception {
    SpeechNode node = node("");
    int nobody = freePort();
    NodeRecognizer recognizer = recognizer(nobody, node.port());
    Caller caller = caller(recognizer);
    caller.begin(1);
    caller.say("hello");
    caller.end(1);
    assertThat(caller.next()).isEqualTo("final 1 hello");
    assertThat(recognizer.views().get(0).told()).contains("127.0.0.1:" + nobody, "refused");
  }

  @Test
  void withoutAnyNodeUtterancesFailAndANodeThatComesBackHearsAgain() throws Exception {
    CuttableWire wire = wire(node("").port());
    NodeRecognizer recognizer = recognizer(wire.port());
    Caller caller = caller(recognizer);
    wire.cut();
    caller.begin(1);
    caller.say("lost");
    caller.end(1);
    assertThat(caller.next()).startsWith("failure 1 no speech node can be asked");
    wire.mend();
    until(() -> recognizer.attached() == 1);
    caller.begin(2);
    caller.say("found");
    caller.end(2);
    assertThat(caller.next()).isEqualTo("final 2 found");
  }

  @Test
  void nonsenseOnThePortDisturbsNobody() throws Exception {
    SpeechNode node = node("");
    Caller caller = caller(recognizer(node.port()));
    caller.begin(1);
    caller.say("still ");
    for (String nonsense :
        List.of("GET / HTTP/1.1\r\n\r\n", "\u0000\u0001\u0002\u0003", "PRI * HTTP/2.0\r\n\r\n")) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
        socket.getOutputStream().write(nonsense.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      }
    }
    caller.say("here");
    caller.end(1);
    assertThat(caller.next()).isEqualTo("final 1 still here");
  }

  @Test
  void whatIsNoSpeechNodeIsNamed() throws Exception {
    SpeechNode node = node("");
    NodeRecognizer recognizer = recognizer(node.metricsPort()); // HTTP, but no gRPC
    assertThat(recognizer.name()).contains("none of which answers");
    Caller caller = caller(recognizer);
    caller.begin(1);
    caller.end(1);
    assertThat(caller.next()).contains("127.0.0.1:" + node.metricsPort());
  }

  @Test
  void aNodeOfAnotherLanguageIsNotAskedAndNamed() throws Exception {
    NodeRecognizer recognizer =
        recognizer(node("speech.node.server.languages = [\"de-DE\"]").port());
    Caller english = caller(recognizer);
    english.begin(1);
    english.say("hello");
    english.end(1);
    assertThat(english.next()).startsWith("failure 1 no speech node can be asked");
    Caller german =
        new Caller(recognizer, new RecognitionHints(Locale.GERMANY, List.of("Bestellung")));
    open.add(german);
    german.begin(1);
    german.say("hallo");
    german.end(1);
    assertThat(german.next()).isEqualTo("final 1 hallo");
  }

  @Test
  void speechComesFromANodeAndGoesOnElsewhereWhenItDies() throws Exception {
    CuttableWire first = wire(node("").port());
    CuttableWire second = wire(node("").port());
    NodeSynthesizer voice =
        NodeSynthesizer.connect(NodeSettings.of(settings(first.port(), second.port())));
    open.add(voice);
    assertThat(voice.voices()).containsExactly("scripted");
    Spoken whole = new Spoken();
    clock.run(() -> voice.speak(Spoken.LONG, clock, whole));
    whole.await();
    assertThat(whole.failure).isNull();
    assertThat(whole.samples).isEqualTo(Caller.audio(Spoken.LONG.text()).length);
    assertThat(whole.words).isEqualTo(8);
    first.cut();
    Spoken next = new Spoken();
    clock.run(() -> voice.speak(Spoken.LONG, clock, next));
    next.await();
    assertThat(next.samples).isEqualTo(whole.samples);
    until(() -> voice.attached() == 0);
  }

  @Test
  void aTextThatIsTooLongIsRefusedWithTheLimit() throws Exception {
    SpeechNode node = node("speech.node.server.limits.text-chars = 10");
    NodeSynthesizer voice = NodeSynthesizer.connect(NodeSettings.of(settings(node.port())));
    open.add(voice);
    Spoken spoken = new Spoken();
    clock.run(() -> voice.speak(Spoken.LONG, clock, spoken));
    spoken.await();
    assertThat(spoken.failure).hasMessageContaining("at most 10");
  }

  @Test
  void metricsAreOnAPageOfTheirOwn() throws Exception {
    SpeechNode node = node("");
    Caller caller = caller(recognizer(node.port()));
    caller.begin(1);
    caller.say("hello");
    caller.end(1);
    caller.next();
    String page = get(node, "/metrics").body();
    assertThat(page)
        .contains(
            "cordboard_speech_node_streams 1\n",
            "cordboard_speech_node_state{state=\"serving\"} 1\n",
            "cordboard_speech_node_final_seconds_count 1\n",
            "# TYPE cordboard_speech_node_frames_total counter\n");
    assertThat(health(node)).isEqualTo(200);
    assertThat(get(node, "/other").statusCode()).isEqualTo(404);
  }

  @Test
  void speechDoesNotLeaveTheMachineInTheClearUnasked() {
    assertThatThrownBy(() -> node("speech.node.server.listen.host = \"0.0.0.0\""))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("unencrypted")
        .hasMessageContaining("speech.node.plaintext = true");
    assertThatThrownBy(
            () ->
                NodeRecognizer.connect(
                    NodeSettings.of(Settings.parse("speech.node.addresses = [\"10.0.0.5:8070\"]")),
                    clock))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("10.0.0.5")
        .hasMessageContaining("speech.node.tls");
  }

  @Test
  void aPortThatIsTakenIsNamedWithItsKey() throws Exception {
    SpeechNode node = node("");
    assertThatThrownBy(() -> node("speech.node.server.listen.port = " + node.port()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("127.0.0.1:" + node.port())
        .hasMessageContaining("speech.node.server.listen.port");
  }

  private SpeechNode node(String more) {
    return node(more, Duration.ofMillis(20));
  }

  private SpeechNode node(String more, Duration finalLag) {
    SpeechNode node =
        SpeechNode.start(
            NodeSettings.of(Settings.parse(QUICK + more)),
            new ScriptedRecognizer(
                new ScriptedRecognizerSettings(Duration.ofMillis(10), finalLag, 0, 1)),
            new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ofMillis(5))),
            clock);
    open.add(node);
    return node;
  }

  private static Settings settings(int... ports) {
    String addresses =
        java.util.Arrays.stream(ports)
            .mapToObj(port -> "\"127.0.0.1:" + port + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    return Settings.parse(QUICK + "speech.node.addresses = " + addresses);
  }

  private NodeRecognizer recognizer(int... ports) {
    NodeRecognizer recognizer = NodeRecognizer.connect(NodeSettings.of(settings(ports)), clock);
    open.add(recognizer);
    return recognizer;
  }

  private Caller caller(NodeRecognizer recognizer) {
    Caller caller = new Caller(recognizer);
    open.add(caller);
    return caller;
  }

  private CuttableWire wire(int port) throws IOException {
    CuttableWire wire = new CuttableWire(port);
    open.add(wire);
    return wire;
  }

  private static NodeAddress busiest(NodeRecognizer recognizer) throws InterruptedException {
    until(() -> recognizer.views().stream().anyMatch(view -> streams(view) == 1));
    return recognizer.views().stream()
        .filter(view -> streams(view) == 1)
        .findFirst()
        .get()
        .address();
  }

  private static int streams(NodeView view) {
    return view.report() == null ? 0 : view.report().getLoad().getStreams();
  }

  private static int streams(SpeechNode node) {
    return get(node, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("cordboard_speech_node_streams "))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  private static int health(SpeechNode node) {
    return get(node, "/health").statusCode();
  }

  private static HttpResponse<String> get(SpeechNode node, String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.metricsPort() + path))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits on real sockets, at most 10 s. */
  private static void until(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
      never.await(10, TimeUnit.MILLISECONDS);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
