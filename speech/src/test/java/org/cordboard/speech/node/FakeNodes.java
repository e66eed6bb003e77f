package org.cordboard.speech.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordboard.config.Loop;
import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.State;
import org.cordboard.speech.node.wire.SynthesizeReply;
import org.cordboard.speech.node.wire.SynthesizeRequest;

/** Nodes without a network: the test plays the node, message by message. */
final class FakeNodes implements Nodes {
  private final List<NodeView> nodes = new ArrayList<>();
  final List<Line<RecognizeRequest, RecognizeReply>> streams = new ArrayList<>();
  final List<Line<SynthesizeRequest, SynthesizeReply>> texts = new ArrayList<>();

  /** One call to one of them. */
  static final class Line<Q, R> implements Link<Q, R> {
    private final NodeView node;
    final List<Q> sent = new ArrayList<>();
    LinkListener<R> listener;
    boolean congested;
    boolean closed;

    Line(NodeView node) {
      this.node = node;
    }

    int port() {
      return node.address().port();
    }

    @Override
    public NodeView node() {
      return node;
    }

    @Override
    public void begin(LinkListener<R> listener) {
      this.listener = listener;
    }

    @Override
    public void send(Q request) {
      sent.add(request);
    }

    @Override
    public boolean congested() {
      return congested;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Nodes of these ports, all serving and repeatable. */
  FakeNodes(int... ports) {
    for (int port : ports) {
      up(port);
    }
  }

  void up(int port) {
    down(port, "");
    NodeReport report =
        NodeReport.newBuilder()
            .setState(State.SERVING)
            .setLoad(Load.newBuilder().setMaxStreams(10).setMaxSyntheses(10))
            .setSynthesizer("fake")
            .setRepeatable(true)
            .build();
    replace(new NodeView(at(port), report, "", 0, 0));
  }

  void down(int port, String trouble) {
    replace(new NodeView(at(port), null, trouble, 0, 0));
  }

  void report(int port, NodeReport report) {
    replace(new NodeView(at(port), report, "", 0, 0));
  }

  private void replace(NodeView view) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).address().equals(view.address())) {
        nodes.set(i, view);
        return;
      }
    }
    nodes.add(view);
  }

  static NodeAddress at(int port) {
    return new NodeAddress("127.0.0.1", port);
  }

  Line<RecognizeRequest, RecognizeReply> stream() {
    return streams.get(streams.size() - 1);
  }

  Line<SynthesizeRequest, SynthesizeReply> text() {
    return texts.get(texts.size() - 1);
  }

  @Override
  public Optional<Link<RecognizeRequest, RecognizeReply>> hear(
      String language, Set<NodeAddress> avoided, Loop loop) {
    return Balance.hearing(nodes, language, avoided, 0)
        .map(
            node -> {
              Line<RecognizeRequest, RecognizeReply> line = new Line<>(node);
              streams.add(line);
              return line;
            });
  }

  @Override
  public Optional<Link<SynthesizeRequest, SynthesizeReply>> speak(
      Optional<NodeView> like, Set<NodeAddress> avoided, Loop loop) {
    return Balance.speaking(nodes, like, avoided, 0)
        .map(
            node -> {
              Line<SynthesizeRequest, SynthesizeReply> line = new Line<>(node);
              texts.add(line);
              return line;
            });
  }

  @Override
  public List<NodeView> views() {
    return List.copyOf(nodes);
  }
}
