package org.cordboard.speech.node;

/**
 * One gRPC call to one node, as its owner holds it. Methods are called on the owner's loop.
 *
 * @param <Q> what is sent
 * @param <R> what comes back
 */
interface Link<Q, R> {
  /** The node at the other end, as it was when it was chosen. */
  NodeView node();

  /** Opens it; what is sent before it is open follows in order. Once. */
  void begin(LinkListener<R> listener);

  /** Sends in order; dropped when the call has ended. */
  void send(Q request);

  /**
   * Whether more is queued than the connection takes just now; {@link LinkListener#ready} follows.
   */
  boolean congested();

  /** Ends it: nothing is told afterwards. Harmless when repeated. */
  void close();
}
