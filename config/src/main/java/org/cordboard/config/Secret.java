package org.cordboard.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must not be printed: a key, a token, a password. It shows as {@code [REDACTED]}. */
public final class Secret {
  private final String value;

  /** Wraps {@code value}; an empty one means "not given". */
  public Secret(String value) {
    this.value = value;
  }

  /** The secret itself; only for the call that needs it. */
  public String reveal() {
    return value;
  }

  /** True when nothing was given. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode(); // says nothing about the value
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
