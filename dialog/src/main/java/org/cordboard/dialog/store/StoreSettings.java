package org.cordboard.dialog.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.cordboard.dialog.ledger.LedgerSettings;

/** Section {@code store}; each key is explained in {@code reference.conf}. */
public record StoreSettings(
    Path folder, Redis redis, LedgerSettings ledger, Effects effects, Callers callers) {

  /** How long something is known of a number that has called. */
  public record Callers(Duration retention) {
    /** Checks the range. */
    public Callers {
      if (retention.toMillis() < 1) {
        throw new IllegalArgumentException("retention must be positive");
      }
    }
  }

  /** The server: one that is named, or one of our own. */
  public record Redis(
      String uri,
      String keyPrefix,
      Duration connectTimeout,
      Duration commandTimeout,
      int port,
      Fsync appendFsync) {

    /** Checks the forms. */
    public Redis {
      if (!uri.isEmpty() && !isRedis(uri)) {
        throw new IllegalArgumentException(
            "uri must read redis://[user:password@]host:port[/database] or rediss://…");
      }
      if (!keyPrefix.matches("[A-Za-z0-9._-]{1,64}")) {
        throw new IllegalArgumentException("key-prefix has letters, digits, '-', '_' and '.' only");
      }
      if (connectTimeout.toMillis() < 1 || commandTimeout.toMillis() < 1) {
        throw new IllegalArgumentException("timeouts must be at least 1ms");
      }
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port must be 0 to 65535");
      }
    }

    private static boolean isRedis(String uri) {
      try {
        URI parsed = new URI(uri);
        return ("redis".equals(parsed.getScheme()) || "rediss".equals(parsed.getScheme()))
            && parsed.getHost() != null
            && parsed.getPort() > 0;
      } catch (java.net.URISyntaxException broken) {
        return false;
      }
    }
  }

  /** When the embedded server forces its log to the disk. */
  public enum Fsync {
    /** Before every answer. */
    ALWAYS,
    /** Once a second. */
    EVERYSEC,
    /** When the system likes. */
    NO
  }

  /** How long effects are remembered and claimed. */
  public record Effects(Duration retention, Duration claim) {
    /** Checks the ranges. */
    public Effects {
      if (claim.toMillis() < 1 || retention.compareTo(claim) < 0) {
        throw new IllegalArgumentException("claim must be positive and retention not shorter");
      }
    }
  }
}
