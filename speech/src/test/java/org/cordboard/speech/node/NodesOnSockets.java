package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.scripted.ScriptedRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.junit.jupiter.api.AfterEach;

/** Nodes and their client over real sockets of this machine, with scripted engines. */
abstract class NodesOnSockets {
  private static final String QUICK =
      "speech.node.client { start-wait = 2s, silence = 1500ms, reconnect-first = 20ms,"
          + " reconnect-most = 200ms, answer-within = 5s, give-up = 500ms }\n"
          + "speech.node.server { listen { port = 0, metrics-port = 0 }, report-every = 50ms,"
          + " drain-grace = 5s }\n";

  final SystemClock clock = new SystemClock("test");
  final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    clock.close();
  }

  SpeechNode node(String more) {
    return node(more, Duration.ofMillis(20));
  }

  SpeechNode node(String more, Duration finalLag) {
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

  /** A node whose recogniser fails at every utterance. */
  SpeechNode broken() {
    SpeechNode node =
        SpeechNode.start(
            NodeSettings.of(Settings.parse(QUICK)),
            new FailingRecognizer(),
            new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ofMillis(5))),
            clock);
    open.add(node);
    return node;
  }

  static Settings settings(int... ports) {
    return settings("", ports);
  }

  static Settings settings(String more, int... ports) {
    String addresses =
        java.util.Arrays.stream(ports)
            .mapToObj(port -> "\"127.0.0.1:" + port + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    return Settings.parse(QUICK + more + "speech.node.addresses = " + addresses);
  }

  NodeRecognizer recognizer(int... ports) {
    return recognizer("", ports);
  }

  NodeRecognizer recognizer(String more, int... ports) {
    NodeRecognizer recognizer =
        NodeRecognizer.connect(NodeSettings.of(settings(more, ports)), clock);
    open.add(recognizer);
    return recognizer;
  }

  Caller caller(NodeRecognizer recognizer) {
    Caller caller = new Caller(recognizer);
    open.add(caller);
    return caller;
  }

  CuttableWire wire(int port) throws IOException {
    CuttableWire wire = new CuttableWire(port);
    open.add(wire);
    return wire;
  }

  static NodeAddress busiest(NodeRecognizer recognizer) throws InterruptedException {
    until(() -> recognizer.views().stream().anyMatch(view -> streams(view) == 1));
    return recognizer.views().stream()
        .filter(view -> streams(view) == 1)
        .findFirst()
        .get()
        .address();
  }

  static int streams(NodeView view) {
    return view.report() == null ? 0 : view.report().getLoad().getStreams();
  }

  static int streams(SpeechNode node) {
    return get(node, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("cordboard_speech_node_streams "))
        .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1)))
        .sum();
  }

  static int health(SpeechNode node) {
    return get(node, "/health").statusCode();
  }

  static HttpResponse<String> get(SpeechNode node, String path) {
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

  static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits on real sockets, at most 10 s. */
  static void until(BooleanSupplier condition) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
      never.await(10, TimeUnit.MILLISECONDS);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
