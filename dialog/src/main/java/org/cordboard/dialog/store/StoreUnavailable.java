package org.cordboard.dialog.store;

/** The store does not answer, or refuses: nothing irreversible may be done now. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The store's failure. */
  public StoreUnavailable(Throwable cause) {
    super("the store does not answer", cause);
  }
}
