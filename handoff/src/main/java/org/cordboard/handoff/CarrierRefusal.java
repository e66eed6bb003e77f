package org.cordboard.handoff;

/**
 * The carrier has said no: what was asked for has certainly not happened. Any other failure of a
 * {@link CallControl} method leaves that open.
 */
public final class CarrierRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String why;

  /** A refusal explained in one line, without numbers of callers. */
  public CarrierRefusal(String message) {
    this(message, "");
  }

  /**
   * A refusal whose reason supervisors can read.
   *
   * @param message one line for the operator: what, why, and what to do; without numbers of callers
   * @param why a few words for the call's ledger; empty when there is nothing to tell
   */
  public CarrierRefusal(String message, String why) {
    super(message);
    this.why = why;
  }

  /** A few words for the call's ledger; may be empty. */
  public String why() {
    return why;
  }
}
