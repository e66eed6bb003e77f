package org.cordboard.speech.node;

/** A speech node that failed or cannot be reached. The message names it and the fix. */
public final class SpeechNodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SpeechNodeException(String message) {
    super(message);
  }

  SpeechNodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
