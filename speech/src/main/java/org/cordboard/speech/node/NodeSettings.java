package org.cordboard.speech.node;

import java.time.Duration;
import java.util.List;
import org.cordboard.config.Settings;

/**
 * Section {@code speech.node}: the nodes that are asked, and how this process is one.
 *
 * @param addresses the nodes to ask, {@code host:port}
 * @param plaintext whether speech may cross a network unencrypted
 * @param tls keys and certificates
 * @param client how nodes are asked
 * @param server how this process serves as a node
 */
public record NodeSettings(
    List<String> addresses,
    boolean plaintext,
    NodeTls tls,
    ClientTimes client,
    NodeServerSettings server) {
  /** Checks how the addresses are written. */
  public NodeSettings {
    addresses = List.copyOf(addresses);
    addresses.forEach(NodeAddress::of);
  }

  /** Reads the section. */
  public static NodeSettings of(Settings settings) {
    return settings.bind("speech.node", NodeSettings.class);
  }

  /** The nodes to ask. */
  List<NodeAddress> nodes() {
    return addresses.stream().map(NodeAddress::of).distinct().toList();
  }

  /**
   * Section {@code speech.node.client}.
   *
   * @param startWait how long a start waits for the nodes' first reports
   * @param silence a node that is not heard from for so long counts as dead
   * @param reconnectFirst from the loss of a node to the first attempt to reach it again
   * @param reconnectMost the longest time between two attempts
   * @param answerWithin words must follow the end of an utterance within this, or another node is
   *     asked
   * @param giveUp without any node for so long, utterances that wait fail
   */
  public record ClientTimes(
      Duration startWait,
      Duration silence,
      Duration reconnectFirst,
      Duration reconnectMost,
      Duration answerWithin,
      Duration giveUp) {
    /** Checks the ranges. */
    public ClientTimes {
      within("start-wait", startWait, Duration.ZERO, Duration.ofMinutes(1));
      within("silence", silence, Duration.ofMillis(100), Duration.ofMinutes(1));
      within("reconnect-first", reconnectFirst, Duration.ofMillis(10), Duration.ofMinutes(1));
      within("reconnect-most", reconnectMost, reconnectFirst, Duration.ofMinutes(10));
      within("answer-within", answerWithin, Duration.ofMillis(100), Duration.ofMinutes(1));
      within("give-up", giveUp, Duration.ZERO, Duration.ofMinutes(1));
    }
  }

  static void within(String key, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          key + " must lie in " + least.toMillis() + "…" + most.toMillis() + " ms");
    }
  }
}
