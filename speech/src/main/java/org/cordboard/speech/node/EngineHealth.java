package org.cordboard.speech.node;

/**
 * Whether an engine works: several failures in a row make it sick for a while, after which the next
 * utterance decides. Pure but for itself.
 */
final class EngineHealth {
  private static final int FAILURES = 3;
  private static final long REST_NANOS = 10_000_000_000L; // 10 s

  private int inARow;
  private long sickSinceNanos;

  void succeeded() {
    inARow = 0;
  }

  void failed(long nowNanos) {
    inARow++;
    if (inARow >= FAILURES) {
      sickSinceNanos = nowNanos;
    }
  }

  boolean sick(long nowNanos) {
    return inARow >= FAILURES && nowNanos - sickSinceNanos < REST_NANOS;
  }
}
