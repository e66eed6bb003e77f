package org.cordboard.dialog;

/**
 * Names a call for its whole life: the carrier's call SID.
 *
 * @param value letters, digits, hyphen and underscore, at most 64
 */
public record CallId(String value) {
  /** Checks the form: ids become parts of keys, paths and URLs. */
  public CallId {
    if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("a call id has 1 to 64 letters, digits, '-' or '_'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
