package org.cordboard.speech.node;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What the utterances still owed words have cost: an utterance that brings nodes down is given up
 * before it has brought them all down. Confined to the stream's loop.
 */
final class UtteranceCosts {
  /** Nodes that one utterance may cost. */
  static final int MOST = 2;

  private final Map<Long, Integer> nodes = new HashMap<>();

  /** It has cost one node more; true when it may not cost another. */
  boolean spend(long utterance) {
    return nodes.merge(utterance, 1, Integer::sum) >= MOST;
  }

  /** Forgets all others. */
  void keep(Collection<Long> utterances) {
    nodes.keySet().retainAll(utterances);
  }
}
