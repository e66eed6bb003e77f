package org.cordboard.speech.node;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Which node is asked: the one with the most room, among equals each in its turn. Pure. */
final class Balance {
  private Balance() {}

  /** For a stream in {@code language}; none when nobody has room. */
  static Optional<NodeView> hearing(
      List<NodeView> nodes, String language, Set<NodeAddress> avoided, int turn) {
    return least(
        nodes,
        node -> node.hears(language) && !avoided.contains(node.address()),
        NodeView::hearingLoad,
        turn);
  }

  /** For a text; {@code like} demands the very samples of that node. */
  static Optional<NodeView> speaking(
      List<NodeView> nodes, Optional<NodeView> like, Set<NodeAddress> avoided, int turn) {
    return least(
        nodes,
        node ->
            node.speaks()
                && !avoided.contains(node.address())
                && (like.isEmpty() || node.speaksAs(like.get())),
        NodeView::speakingLoad,
        turn);
  }

  private static Optional<NodeView> least(
      List<NodeView> nodes, Predicate<NodeView> fit, ToDoubleFunction<NodeView> load, int turn) {
    NodeView best = null;
    for (int i = 0; i < nodes.size(); i++) {
      NodeView node = nodes.get(Math.floorMod(turn + i, nodes.size()));
      if (fit.test(node)
          && (best == null || load.applyAsDouble(node) < load.applyAsDouble(best) - 1e-9)) {
        best = node;
      }
    }
    return Optional.ofNullable(best);
  }
}
