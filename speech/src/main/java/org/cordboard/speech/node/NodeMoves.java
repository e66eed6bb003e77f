package org.cordboard.speech.node;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.Loop;
import org.cordboard.speech.Replaced;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a stream that goes from node to node: which it left, why, and whether somebody
 * had been kept waiting by then. Confined to the stream's loop.
 */
final class NodeMoves {
  private static final long NOTICED_NANOS = 1_000_000_000; // a pause of ours that people ask about

  private final Loop loop;
  private final Map<Long, Long> ends = new HashMap<>(); // of utterances that are owed words
  private @Nullable NodeView from;
  private String why = "";
  private boolean late;

  NodeMoves(Loop loop) {
    this.loop = loop;
  }

  /** An utterance has ended: its words are waited for from now on. */
  void ended(long utterance) {
    ends.put(utterance, loop.clock().nanos());
  }

  /** Its words have come, or never will. */
  void resolved(long utterance) {
    ends.remove(utterance);
  }

  /** A node that was in use is so no more; {@code awaited} are the utterances owed words. */
  void left(NodeView node, String reason, Collection<Long> awaited) {
    from = node;
    why = reason;
    long now = loop.clock().nanos();
    late =
        awaited.stream()
            .map(ends::get)
            .anyMatch(ended -> ended != null && now - ended >= NOTICED_NANOS);
  }

  /** The stream goes on at {@code node}; empty when it was nowhere before. */
  Optional<Replaced> to(NodeView node) {
    NodeView left = from;
    from = null;
    return left == null
        ? Optional.empty()
        : Optional.of(new Replaced(name(left), name(node), why, late));
  }

  static String name(NodeView node) {
    return "speech node " + node.address();
  }
}
