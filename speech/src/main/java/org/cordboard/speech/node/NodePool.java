package org.cordboard.speech.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.SynthesizeReply;
import org.cordboard.speech.node.wire.SynthesizeRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes that the settings name, each with its connection, on one event loop of its own. Hearing
 * and speaking have a pool each, so that a burst of speech never delays a frame that is being heard
 * on the same connection.
 */
final class NodePool implements Nodes, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(NodePool.class);

  private final NodeLoop io;
  private final List<NodeConnection> connections = new ArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  private NodePool(NodeLoop io) {
    this.io = io;
  }

  /**
   * Connects, and waits a bounded time until every node has been heard or found absent. Absent ones
   * are told in the log and looked for again; they hinder no start.
   *
   * @throws SettingsException when no node is named, or speech would go unencrypted unasked
   */
  static NodePool connect(NodeSettings settings, Clock clock) {
    List<NodeAddress> addresses = settings.nodes();
    if (addresses.isEmpty()) {
      throw new SettingsException(
          "speech.node.addresses is empty; name the speech nodes, such as [\"127.0.0.1:8070\"], or"
              + " choose another type than node");
    }
    for (NodeAddress address : addresses) {
      try {
        settings
            .tls()
            .ask(new io.vertx.core.http.HttpClientOptions(), address.host(), settings.plaintext());
      } catch (IllegalArgumentException clear) {
        throw new SettingsException("speech.node: " + clear.getMessage(), clear);
      }
    }
    NodePool pool = new NodePool(new NodeLoop(clock));
    CountDownLatch news = new CountDownLatch(addresses.size());
    for (NodeAddress address : addresses) {
      Runnable first = once(news::countDown);
      pool.connections.add(new NodeConnection(address, settings, pool.io, first));
    }
    pool.io.run(() -> pool.connections.forEach(NodeConnection::connect));
    try {
      news.await(settings.client().startWait().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException cutShort) {
      Thread.currentThread().interrupt();
    }
    if (pool.views().stream().allMatch(node -> node.report() == null)) {
      log.warn(
          "no speech node answers; start one with 'cordboard speech-node' or correct"
              + " speech.node.addresses: {}",
          pool.told());
    }
    return pool;
  }

  private static Runnable once(Runnable task) {
    return new Runnable() {
      private boolean told;

      @Override
      public void run() {
        if (!told) {
          told = true;
          task.run();
        }
      }
    };
  }

  @Override
  public Optional<Link<RecognizeRequest, RecognizeReply>> hear(
      String language, Set<NodeAddress> avoided, Loop loop) {
    return Balance.hearing(views(), language, avoided, turn.getAndIncrement())
        .map(node -> connection(node).hear(node, loop));
  }

  @Override
  public Optional<Link<SynthesizeRequest, SynthesizeReply>> speak(
      Optional<NodeView> like, Set<NodeAddress> avoided, Loop loop) {
    return Balance.speaking(views(), like, avoided, turn.getAndIncrement())
        .map(node -> connection(node).speak(node, loop));
  }

  private NodeConnection connection(NodeView node) {
    for (NodeConnection each : connections) {
      if (each.view().address().equals(node.address())) {
        return each;
      }
    }
    throw new IllegalArgumentException("no such node: " + node.address());
  }

  @Override
  public List<NodeView> views() {
    return connections.stream().map(NodeConnection::view).toList();
  }

  /** Links that are open, on all nodes. */
  int open() {
    return connections.stream().mapToInt(NodeConnection::open).sum();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    CountDownLatch dropped = new CountDownLatch(1);
    io.run(
        () -> {
          connections.forEach(NodeConnection::close);
          dropped.countDown();
        });
    try {
      dropped.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException cutShort) {
      Thread.currentThread().interrupt();
    }
    io.close();
  }
}
