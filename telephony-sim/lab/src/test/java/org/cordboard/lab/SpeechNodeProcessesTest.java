package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.sim.party.PersonNote;
import org.cordboard.sim.scenario.ScenarioResult;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech nodes as processes, one of which is killed or stopped while a caller speaks. */
class SpeechNodeProcessesTest {
  private static final Pattern PORT = Pattern.compile("port (\\d+)");

  @TempDir private Path folder;
  private final SystemClock clock = new SystemClock("caller");
  private final List<AutoCloseable> open = new ArrayList<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final FrameCutter cutter = new FrameCutter();
  private long position;

  /** A node's process and where it listens. */
  private record Node(ChildProcess process, int port, int metricsPort) {
    int streams() throws IOException, InterruptedException {
      URI page = URI.create("http://127.0.0.1:" + metricsPort + "/metrics");
      String body =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      Matcher streams = Pattern.compile("speech_node_streams (\\d+)").matcher(body);
      assertThat(streams.find()).isTrue();
      return Integer.parseInt(streams.group(1));
    }
  }

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
    clock.close();
  }

  @Test
  void noWordIsLostWhenANodeIsKilledInMidUtterance() throws Exception {
    Node one = start("one");
    Node two = start("two");
    RecognitionStream stream = listen(one, two);
    begin(stream, 1);
    say(stream, "my order has not arrived and ");
    Node busy = await(one, two);
    busy.process().kill();
    say(stream, "i want to know where it is");
    end(stream, 1);
    assertThat(next()).isEqualTo("1: my order has not arrived and i want to know where it is");
    begin(stream, 2);
    say(stream, "thank you");
    end(stream, 2);
    assertThat(next()).isEqualTo("2: thank you");
    assertThat(told).isEmpty();
  }

  @Test
  void aCallGoesOnWhenItsNodeIsKilledAndItsLedgerSaysSo() throws Exception {
    Node one = start("one");
    Node two = start("two");
    try (Loopback loopback = Loopback.hearing(folder, one.port(), two.port())) {
      CompletableFuture<Void> talking = new CompletableFuture<>();
      CompletableFuture<ScenarioResult> call =
          loopback.play(
              "served",
              moment -> {
                if (moment.who().equals("caller") && moment.note().kind() == PersonNote.Kind.SAID) {
                  talking.complete(null);
                }
              });
      talking.get(Loopback.LIMIT_S, TimeUnit.SECONDS);
      Node busy = await(one, two);
      busy.process().kill();
      ScenarioResult result = call.join();

      assertThat(result.failures()).as(result.timeline().toString()).isEmpty();
      loopback.stopGateway();
      assertThat(loopback.storedLedger())
          .filteredOn(entry -> entry.type().equals("PartReplaced"))
          .singleElement()
          .satisfies(
              entry ->
                  assertThat(entry.body().toString())
                      .contains("recognizer", "speech node 127.0.0.1:" + busy.port())
                      .contains("speech node 127.0.0.1:" + other(busy, one, two).port()));
    }
  }

  private static Node other(Node of, Node one, Node two) {
    return of.equals(one) ? two : one;
  }

  @Test
  void aNodeThatIsToldToStopFinishesTheUtteranceFirst() throws Exception {
    Node one = start("one");
    RecognitionStream stream = listen(one);
    begin(stream, 1);
    say(stream, "one moment ");
    await(one);
    Thread stopping = new Thread(one.process()::close); // SIGTERM, and waits for the end
    stopping.start();
    say(stream, "please");
    end(stream, 1);
    assertThat(next()).isEqualTo("1: one moment please");
    stopping.join(10_000);
    assertThat(one.process().isAlive()).isFalse();
  }

  private Node start(String name) throws InterruptedException {
    BlockingQueue<Integer> ports = new LinkedBlockingQueue<>();
    ChildProcess process =
        ChildProcess.start(
            name,
            List.of("speech-node"),
            Map.of(
                "speech.recognizer.type", "scripted",
                "speech.synthesizer.type", "scripted",
                "speech.scripted.recognizer.partial-lag", "10ms",
                "speech.scripted.recognizer.final-lag", "100ms",
                "speech.node.server.listen.port", "0",
                "speech.node.server.listen.metrics-port", "0"),
            folder.resolve(name + ".log"),
            line -> {
              Matcher port = PORT.matcher(line);
              if (port.find()) {
                ports.add(Integer.parseInt(port.group(1)));
              }
            });
    open.add(process);
    Integer port = ports.poll(60, TimeUnit.SECONDS);
    Integer metrics = ports.poll(5, TimeUnit.SECONDS);
    assertThat(port).isNotNull();
    assertThat(metrics).isNotNull();
    return new Node(process, port, metrics);
  }

  private RecognitionStream listen(Node... nodes) {
    StringBuilder addresses = new StringBuilder();
    for (Node node : nodes) {
      addresses.append("\"127.0.0.1:").append(node.port()).append("\",");
    }
    SpeechRecognizer recognizer =
        SpeechParts.recognizer(
            Settings.parse(
                "speech.recognizer.type = node\nspeech.node.addresses = [" + addresses + "]"),
            clock);
    open.add(recognizer);
    RecognitionStream stream =
        recognizer.open(
            RecognitionHints.english(),
            clock,
            new RecognitionListener() {
              @Override
              public void onFinal(long utterance, Transcript transcript) {
                told.add(utterance + ": " + transcript.text());
              }

              @Override
              public void onFailure(long utterance, Throwable failure) {
                told.add(utterance + " failed: " + failure.getMessage());
              }
            });
    open.add(() -> clock.run(stream::close));
    return stream;
  }

  /** The node that has the stream. */
  private static Node await(Node... nodes) throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 500; i++) {
      for (Node node : nodes) {
        if (node.streams() == 1) {
          return node;
        }
      }
      never.await(20, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("no node has the stream");
  }

  private void begin(RecognitionStream stream, long utterance) {
    clock.run(() -> stream.speechStarted(utterance, position));
  }

  private void say(RecognitionStream stream, String text) {
    List<AudioFrame> frames = cutter.push(audio(text));
    clock.run(
        () -> {
          for (AudioFrame frame : frames) {
            position = frame.endSample();
            stream.accept(frame);
          }
        });
  }

  private void end(RecognitionStream stream, long utterance) {
    clock.run(() -> stream.speechEnded(utterance, position));
  }

  private String next() throws InterruptedException {
    String next = told.poll(15, TimeUnit.SECONDS);
    return next == null ? "nothing within 15 s" : next;
  }

  private static byte[] audio(String text) {
    ManualClock now = new ManualClock();
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO))
        .speak(
            SpeechRequest.of(text, ""),
            now,
            new SynthesisListener() {
              @Override
              public void onAudio(byte[] mulaw) {
                audio.writeBytes(mulaw);
              }

              @Override
              public void onEnd() {}

              @Override
              public void onFailure(Throwable failure) {
                throw new AssertionError(failure);
              }
            });
    now.advance(Duration.ofMillis(1));
    return audio.toByteArray();
  }
}
