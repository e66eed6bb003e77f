package org.cordboard.speech.google;

/**
 * How fast audio may be sent: Google ends streams whose audio comes much faster than it was spoken.
 * A burst is free; beyond it, a multiple of real time. Pure.
 */
final class SendPace {
  private final long openedNanos;
  private final long burstBytes;
  private final double bytesPerNano;
  private long sentBytes;

  /** The pace of a stream opened at {@code openedNanos}. */
  SendPace(long openedNanos, GoogleRecognizerSettings.Sending sending) {
    this.openedNanos = openedNanos;
    this.burstBytes = sending.burst().toMillis() * 8;
    this.bytesPerNano = sending.catchUp() * 8_000 / 1e9;
  }

  /** Bytes that may be sent now. */
  long allowance(long nowNanos) {
    return (long) (burstBytes + (nowNanos - openedNanos) * bytesPerNano) - sentBytes;
  }

  /** So many were sent. */
  void sent(long bytes) {
    sentBytes += bytes;
  }
}
