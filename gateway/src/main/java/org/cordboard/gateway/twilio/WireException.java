package org.cordboard.gateway.twilio;

/** A frame that cannot be read. The message says what is wrong and never what was in it. */
final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  WireException(String message) {
    super(message);
  }
}
