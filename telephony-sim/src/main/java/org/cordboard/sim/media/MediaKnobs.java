package org.cordboard.sim.media;

import java.time.Duration;

/**
 * What the carrier does where its documentation is silent. Keys under {@code sim.media}.
 *
 * @param firstTimestamp timestamp of a stream's first audio message
 * @param silenceFrames send frames of silence while the far end says nothing; else send none
 * @param close how the socket is closed after {@code stop}
 * @param lost what becomes of the call when the gateway closes the socket, refuses it or vanishes
 * @param invalid what an unreadable message does
 * @param residual audio still heard after a clear
 * @param buffer audio that may wait to be played
 * @param connectTimeout how long opening the socket may take
 * @param slashSigned sign the handshake's URL with a slash at its end
 */
public record MediaKnobs(
    Duration firstTimestamp,
    boolean silenceFrames,
    Close close,
    Lost lost,
    Invalid invalid,
    Duration residual,
    Duration buffer,
    Duration connectTimeout,
    boolean slashSigned) {

  /** How a socket is closed. */
  public enum Close {
    /** Close code 1000. */
    NORMAL,
    /** No close frame: the connection is just gone. */
    ABRUPT
  }

  /** What a lost socket does to the call. */
  public enum Lost {
    /** The action, or the next verb. */
    FALL_THROUGH,
    /** The call ends. */
    HANG_UP,
    /** Nothing: the caller hears silence until somebody updates the call. */
    STAY_SILENT
  }

  /** What an unreadable message does. */
  public enum Invalid {
    /** It is ignored; the first is worth a notice. */
    IGNORE,
    /** The socket is closed. */
    CLOSE
  }

  /** Checks the ranges. */
  public MediaKnobs {
    if (residual.isNegative() || residual.toMillis() > 1000) {
      throw new IllegalArgumentException("residual must lie in 0ms…1s");
    }
    if (buffer.toMillis() < 1000) {
      throw new IllegalArgumentException("buffer must be at least 1s");
    }
    if (connectTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("connect-timeout must be positive");
    }
  }

  /** The documented carrier, and the suggested reading of the rest. */
  public static MediaKnobs defaults() {
    return new MediaKnobs(
        Duration.ofMillis(40),
        true,
        Close.NORMAL,
        Lost.FALL_THROUGH,
        Invalid.IGNORE,
        Duration.ofMillis(40),
        Duration.ofMinutes(10),
        Duration.ofSeconds(5),
        false);
  }
}
