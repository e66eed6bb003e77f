package org.cordboard.speech.node;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.State;

/** Speech nodes as a recogniser: each stream is heard by the node with the most room. */
public final class NodeRecognizer implements SpeechRecognizer {
  private static final Duration NEVER = Duration.ofMinutes(10);

  private final NodePool nodes;
  private final NodeSettings settings;

  private NodeRecognizer(NodePool nodes, NodeSettings settings) {
    this.nodes = nodes;
    this.settings = settings;
  }

  /**
   * Connects to the nodes that the settings name; waits a bounded time for them.
   *
   * @throws org.cordboard.config.SettingsException when none is named, or speech would leave this
   *     machine in the clear unasked
   */
  public static NodeRecognizer connect(NodeSettings settings, Clock clock) {
    return new NodeRecognizer(NodePool.connect(settings, clock), settings);
  }

  @Override
  public String name() {
    List<NodeReport> heard = nodes.reports();
    return heard.isEmpty()
        ? "speech nodes, none of which answers"
        : "speech nodes with " + heard.get(0).getRecognizer();
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return new NodeRecognition(nodes, hints, settings.client(), loop, listener);
  }

  /** What waits on all nodes, and the lag of the best; without any that serves, no hope. */
  @Override
  public RecognizerLoad load() {
    List<Load> serving =
        nodes.reports().stream()
            .filter(report -> report.getState() == State.SERVING)
            .map(NodeReport::getLoad)
            .toList();
    int waiting = serving.stream().mapToInt(Load::getWaiting).sum();
    Duration lag =
        serving.stream()
            .map(load -> Duration.ofMillis(load.getLagMillis()))
            .min(Comparator.naturalOrder())
            .orElse(NEVER);
    return new RecognizerLoad(waiting, lag);
  }

  /**
   * Whether one of the nodes that are being heard from understands it; without any, nobody knows.
   */
  @Override
  public boolean hears(Locale language) {
    List<NodeReport> heard = nodes.reports();
    return heard.isEmpty()
        || heard.stream().anyMatch(node -> NodeView.understands(node, language.toLanguageTag()));
  }

  /** Streams that are attached to a node. */
  int attached() {
    return nodes.open();
  }

  /** The nodes behind it, as they are now. */
  List<NodeView> views() {
    return nodes.views();
  }

  @Override
  public void close() {
    nodes.close();
  }
}
