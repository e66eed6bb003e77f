package org.cordboard.config;

import org.jspecify.annotations.Nullable;

/**
 * What happens when blocking work ends; runs on the loop named at the start. Exactly one of the two
 * methods is called, once.
 *
 * @param <T> what the work yields; may be null where the work says so
 */
public interface Completion<T extends @Nullable Object> {

  /** The work ended with this value. */
  void done(T value);

  /** The work ended with this failure. */
  void failed(Throwable failure);

  /** A completion from two lambdas. */
  static <T extends @Nullable Object> Completion<T> of(
      java.util.function.Consumer<T> done, java.util.function.Consumer<Throwable> failed) {
    return new Completion<>() {
      @Override
      public void done(T value) {
        done.accept(value);
      }

      @Override
      public void failed(Throwable failure) {
        failed.accept(failure);
      }
    };
  }
}
