package org.cordboard.sim.twiml;

/** A document that cannot be used at all: the call goes to the fallback URL or ends. */
public final class TwimlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;

  /** A failure under the carrier's error {@code code}, such as 12100. */
  public TwimlException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** The carrier's error code. */
  public int code() {
    return code;
  }
}
