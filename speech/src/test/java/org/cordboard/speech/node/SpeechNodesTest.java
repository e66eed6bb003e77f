package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.junit.jupiter.api.Test;

/** Hearing on nodes. */
class SpeechNodesTest extends NodesOnSockets {

  @Test
  void whatIsSaidIsHeardByANode() throws Exception {
    SpeechNode node = node("");
    NodeRecognizer recognizer = recognizer(node.port());
    assertThat(recognizer.name()).isEqualTo("speech nodes with scripted");
    Caller caller = caller(recognizer);
    caller.utter("where is my order");
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
      caller.utter("caller number " + i);
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
    other.utter("second");
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
      caller.utter("still here");
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
      caller.utter("hello");
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
    refused.utter("hello");
    assertThat(refused.next()).startsWith("failure 1 no speech node can be asked").contains("full");
    assertThat(recognizer.load().lag()).isGreaterThan(Duration.ofMinutes(1));
  }

  @Test
  void aWrongAddressHindersNobodyAndIsNamed() throws Exception {
    SpeechNode node = node("");
    int nobody = freePort();
    NodeRecognizer recognizer = recognizer(nobody, node.port());
    Caller caller = caller(recognizer);
    caller.utter("hello");
    assertThat(caller.next()).isEqualTo("final 1 hello");
    assertThat(recognizer.views().get(0).told()).contains("127.0.0.1:" + nobody, "refused");
  }

  @Test
  void withoutAnyNodeUtterancesFailAndANodeThatComesBackHearsAgain() throws Exception {
    CuttableWire wire = wire(node("").port());
    NodeRecognizer recognizer = recognizer(wire.port());
    Caller caller = caller(recognizer);
    wire.cut();
    caller.utter("lost");
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
    english.utter("hello");
    assertThat(english.next()).startsWith("failure 1 no speech node can be asked");
    Caller german =
        new Caller(recognizer, new RecognitionHints(Locale.GERMANY, List.of("Bestellung")));
    open.add(german);
    german.utter("hallo");
    assertThat(german.next()).isEqualTo("final 1 hallo");
  }

  @Test
  void aNodeTellsTheLanguagesOfItsEngines() {
    SpeechNode english =
        SpeechNode.start(NodeSettings.of(settings()), new EnglishEars(), new EnglishVoice(), clock);
    open.add(english);
    NodeRecognizer recognizer = recognizer(english.port());
    NodeSynthesizer voice = NodeSynthesizer.connect(NodeSettings.of(settings(english.port())));
    open.add(voice);
    assertThat(recognizer.hears(Locale.US)).isTrue();
    assertThat(recognizer.hears(Locale.GERMANY)).isFalse();
    assertThat(voice.speaks(Locale.UK)).isTrue();
    assertThat(voice.speaks(Locale.GERMANY)).isFalse();

    NodeSynthesizer any = NodeSynthesizer.connect(NodeSettings.of(settings(node("").port())));
    open.add(any);
    assertThat(any.speaks(Locale.GERMANY)).isTrue();
  }

  private static final class EnglishEars implements SpeechRecognizer {
    @Override
    public String name() {
      return "English";
    }

    @Override
    public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
      throw new AssertionError("nobody speaks");
    }

    @Override
    public RecognizerLoad load() {
      return RecognizerLoad.IDLE;
    }

    @Override
    public boolean hears(Locale language) {
      return language.getLanguage().equals("en");
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  private static final class EnglishVoice implements SpeechSynthesizer {
    @Override
    public String name() {
      return "English";
    }

    @Override
    public List<String> voices() {
      return List.of("one");
    }

    @Override
    public boolean speaks(Locale language) {
      return language.getLanguage().equals("en");
    }

    @Override
    public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
      throw new AssertionError("nothing is said");
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
