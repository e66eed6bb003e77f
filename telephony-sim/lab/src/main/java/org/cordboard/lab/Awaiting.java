package org.cordboard.lab;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for something asynchronous, from a command's own thread. */
final class Awaiting {
  private static final int LIMIT_S = 60;

  private Awaiting() {}

  static <T> T of(Future<T> future, String what) throws InterruptedException {
    try {
      return future.toCompletionStage().toCompletableFuture().get(LIMIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      if (cause instanceof org.cordboard.config.SettingsException known) {
        throw known;
      }
      throw new CommandFailure(2, what + ": " + cause.getMessage());
    } catch (TimeoutException late) {
      throw new CommandFailure(2, what + " did not answer within " + LIMIT_S + " s");
    }
  }
}
