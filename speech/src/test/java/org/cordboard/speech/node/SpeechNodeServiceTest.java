package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;
import org.junit.jupiter.api.Test;

/** Speaking on nodes, and what they tell and refuse. */
class SpeechNodeServiceTest extends NodesOnSockets {

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
    caller.utter("hello");
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
}
