package org.cordboard.lab;

import org.jspecify.annotations.Nullable;

/** What the command line library sets before a command runs. */
final class Required {
  private Required() {}

  static <T> T of(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("the command was not started by the command line");
    }
    return value;
  }
}
