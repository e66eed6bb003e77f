package org.cordboard.dialog.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;

/** Runs things on a loop and waits for what comes of them. */
final class Await {
  private static final int LIMIT_S = 20;

  private Await() {}

  static <T> T on(Loop loop, Supplier<T> task) {
    return Await.<T>of(done -> loop.run(() -> done.complete(task.get())));
  }

  static void run(Loop loop, Runnable task) {
    on(
        loop,
        () -> {
          task.run();
          return true;
        });
  }

  static <T> T completion(Consumer<Completion<T>> asked) {
    return Await.<T>of(
        done -> asked.accept(Completion.of(done::complete, done::completeExceptionally)));
  }

  static <T> T of(Consumer<CompletableFuture<T>> asked) {
    CompletableFuture<T> done = new CompletableFuture<>();
    asked.accept(done);
    return done.orTimeout(LIMIT_S, TimeUnit.SECONDS).join();
  }
}
