package org.cordboard.speech.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cordboard.config.Loop;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.SynthesizeReply;
import org.cordboard.speech.node.wire.SynthesizeRequest;

/** The nodes that can be asked. Any thread; what is opened belongs to the loop given. */
interface Nodes {

  /** A stream on the node with the most room, not begun yet; empty when none would take it. */
  Optional<Link<RecognizeRequest, RecognizeReply>> hear(
      String language, Set<NodeAddress> avoided, Loop loop);

  /**
   * A text to be spoken, not begun yet; empty when no node would take it.
   *
   * @param like a node whose very samples are wanted
   */
  Optional<Link<SynthesizeRequest, SynthesizeReply>> speak(
      Optional<NodeView> like, Set<NodeAddress> avoided, Loop loop);

  /** All of them, as they are now. */
  List<NodeView> views();

  /** The latest reports of those that are being heard from. */
  default List<NodeReport> reports() {
    List<NodeReport> heard = new ArrayList<>();
    for (NodeView node : views()) {
      NodeReport report = node.report();
      if (report != null) {
        heard.add(report);
      }
    }
    return heard;
  }

  /** What keeps each of them from being asked, in one line for people. */
  default String told() {
    return String.join("; ", views().stream().map(NodeView::told).toList());
  }
}
