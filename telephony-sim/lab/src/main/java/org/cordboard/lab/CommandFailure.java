package org.cordboard.lab;

/** A command that cannot do what it was asked: one line that names the thing and the fix. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  CommandFailure(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
