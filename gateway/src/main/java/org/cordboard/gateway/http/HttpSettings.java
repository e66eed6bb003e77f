package org.cordboard.gateway.http;

import java.time.Duration;

/**
 * Settings {@code gateway.http}: the listener that the carrier reaches.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param maxBodyBytes the largest request body taken
 * @param maxFrameBytes the largest WebSocket message taken
 * @param idleTimeout a connection without traffic for this long is closed
 * @param stopGrace how long a stop waits for what is being answered
 */
public record HttpSettings(
    String host,
    int port,
    int maxBodyBytes,
    int maxFrameBytes,
    Duration idleTimeout,
    Duration stopGrace) {
  /** Checks the ranges. */
  public HttpSettings {
    requirePort(port);
    if (host.isBlank()) {
      throw new IllegalArgumentException("host is empty; 0.0.0.0 listens on every address");
    }
    if (maxBodyBytes < 1024) {
      throw new IllegalArgumentException("max-body-bytes must be 1024 or more");
    }
    if (maxFrameBytes < 1024) {
      throw new IllegalArgumentException("max-frame-bytes must be 1024 or more");
    }
    if (idleTimeout.toSeconds() < 1) {
      throw new IllegalArgumentException("idle-timeout must be 1s or more");
    }
    if (stopGrace.isNegative()) {
      throw new IllegalArgumentException("stop-grace must not be negative");
    }
  }

  /** Throws unless {@code port} can be a port; 0 means "any free one". */
  public static void requirePort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535");
    }
  }
}
