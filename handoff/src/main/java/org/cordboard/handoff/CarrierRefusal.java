package org.cordboard.handoff;

/**
 * The carrier has said no: what was asked for has certainly not happened. Any other failure of a
 * {@link CallControl} method leaves that open.
 */
public final class CarrierRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal explained in one line, without numbers of callers. */
  public CarrierRefusal(String message) {
    super(message);
  }
}
