package org.cordboard.speech.node;

import java.time.Duration;
import java.util.List;

/**
 * Section {@code speech.node.server}.
 *
 * @param listen where the node is reached
 * @param limits how much it takes
 * @param languages BCP 47 of what its recogniser understands; empty asks the recogniser itself
 * @param reportEvery how often it tells its load
 * @param idle a stream that brings no audio for so long is ended
 * @param drainGrace how long a stop waits for utterances and speech under way
 */
public record NodeServerSettings(
    Listen listen,
    Limits limits,
    List<String> languages,
    Duration reportEvery,
    Duration idle,
    Duration drainGrace) {
  /** Checks the ranges. */
  public NodeServerSettings {
    languages = List.copyOf(languages);
    NodeSettings.within("report-every", reportEvery, Duration.ofMillis(20), Duration.ofSeconds(10));
    NodeSettings.within("idle", idle, Duration.ofSeconds(1), Duration.ofHours(1));
    NodeSettings.within("drain-grace", drainGrace, Duration.ZERO, Duration.ofMinutes(10));
  }

  /**
   * Section {@code speech.node.server.listen}.
   *
   * @param host the address of both listeners
   * @param port gRPC; 0 picks a free one
   * @param metricsPort HTTP with {@code /metrics} and {@code /health}; 0 picks a free one
   */
  public record Listen(String host, int port, int metricsPort) {
    /** Checks the ports. */
    public Listen {
      if (port < 0 || port > 65_535 || metricsPort < 0 || metricsPort > 65_535) {
        throw new IllegalArgumentException("port and metrics-port must lie in 0…65535");
      }
    }
  }

  /**
   * Section {@code speech.node.server.limits}.
   *
   * @param streams recognition streams at once
   * @param syntheses texts spoken at once
   * @param lag while an utterance would wait longer than this for its decode, none is taken
   * @param textChars length of a text
   */
  public record Limits(int streams, int syntheses, Duration lag, int textChars) {
    /** Checks the ranges. */
    public Limits {
      if (streams < 0 || syntheses < 0 || streams + syntheses < 1) {
        throw new IllegalArgumentException("streams and syntheses must not be below 0, nor both 0");
      }
      if (streams > 100_000 || syntheses > 100_000) {
        throw new IllegalArgumentException("streams and syntheses must not exceed 100000");
      }
      NodeSettings.within("lag", lag, Duration.ofMillis(1), Duration.ofMinutes(1));
      if (textChars < 1 || textChars > 20_000) {
        throw new IllegalArgumentException("text-chars must lie in 1…20000");
      }
    }
  }
}
