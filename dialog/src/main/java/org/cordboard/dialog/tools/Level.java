package org.cordboard.dialog.tools;

/** How well a caller is known, least first. A number is not a person (R6). */
public enum Level {
  /** Nothing is known. */
  UNKNOWN,
  /** The calling number is on file: may steer, never opens personal facts. */
  RECOGNISED,
  /** The caller has named something only the customer has, such as the number of an order. */
  IDENTIFIED,
  /** Identity was proven. */
  VERIFIED;

  /** True when this level opens what needs {@code needed}. */
  public boolean reaches(Level needed) {
    return compareTo(needed) >= 0;
  }
}
