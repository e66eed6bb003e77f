package org.cordboard.speech.node;

import java.util.List;
import java.util.Locale;
import org.cordboard.config.Loop;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.node.wire.NodeReport;

/** Speech nodes as a voice: each text is spoken by the node with the most room. */
public final class NodeSynthesizer implements SpeechSynthesizer {
  private final NodePool nodes;
  private final NodeSettings settings;
  private final SystemClock time;

  private NodeSynthesizer(NodePool nodes, NodeSettings settings, SystemClock time) {
    this.nodes = nodes;
    this.settings = settings;
    this.time = time;
  }

  /**
   * Connects to the nodes that the settings name; waits a bounded time for them.
   *
   * @throws org.cordboard.config.SettingsException when none is named, or speech would leave this
   *     machine in the clear unasked
   */
  public static NodeSynthesizer connect(NodeSettings settings) {
    SystemClock time = new SystemClock("speech-node-time");
    return new NodeSynthesizer(NodePool.connect(settings, time), settings, time);
  }

  @Override
  public String name() {
    List<NodeReport> heard = nodes.reports();
    return heard.isEmpty()
        ? "speech nodes, none of which answers"
        : "speech nodes with " + heard.get(0).getSynthesizer();
  }

  /** Those that every node has which is being heard from. */
  @Override
  public List<String> voices() {
    List<NodeReport> heard = nodes.reports();
    return heard.isEmpty()
        ? List.of()
        : heard.get(0).getVoicesList().stream()
            .filter(voice -> heard.stream().allMatch(node -> node.getVoicesList().contains(voice)))
            .toList();
  }

  /** Whether every node does that is being heard from, since each may get any text. */
  @Override
  public boolean speaks(Locale language) {
    return nodes.reports().stream()
        .allMatch(
            node ->
                node.getSpokenLanguagesCount() == 0
                    || node.getSpokenLanguagesList().stream()
                        .anyMatch(each -> Admission.same(each, language.toLanguageTag())));
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    NodeSynthesis synthesis = new NodeSynthesis(nodes, request, settings.client(), loop, listener);
    synthesis.seek();
    return synthesis;
  }

  /** Texts that are with a node. */
  int attached() {
    return nodes.open();
  }

  @Override
  public void close() {
    nodes.close();
    time.close();
  }
}
