package org.cordboard.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WorkersTest {
  private static final int LIMIT_S = 10;

  private static <T> Completion<T> into(CompletableFuture<T> future) {
    return Completion.of(future::complete, future::completeExceptionally);
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(LIMIT_S, TimeUnit.SECONDS).join();
  }

  @Test
  void workRunsOnANamedThreadAndAnswersOnTheLoop() {
    try (SystemClock loop = new SystemClock("loop");
        BoundedWorkers workers = new BoundedWorkers("decode", 1, 1)) {
      CompletableFuture<String> threads = new CompletableFuture<>();
      workers.submit(
          () -> Thread.currentThread().getName(),
          loop,
          Completion.of(
              worker -> threads.complete(worker + " " + Thread.currentThread().getName()),
              threads::completeExceptionally));

      assertThat(get(threads)).isEqualTo("decode-0 loop");
      assertThat(workers.name()).isEqualTo("decode");
    }
  }

  @Test
  void failureOfWorkIsItsAnswer() {
    try (SystemClock loop = new SystemClock("loop");
        BoundedWorkers workers = new BoundedWorkers("decode", 1, 1)) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      workers.submit(
          () -> {
            throw new StackOverflowError("native");
          },
          loop,
          into(answer));

      assertThat(answer)
          .failsWithin(Duration.ofSeconds(LIMIT_S))
          .withThrowableThat()
          .withCauseInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void workBeyondTheQueueIsRefusedOnTheLoop() {
    try (SystemClock loop = new SystemClock("loop");
        BoundedWorkers workers = new BoundedWorkers("decode", 1, 1)) {
      CountDownLatch gate = new CountDownLatch(1);
      List<CompletableFuture<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        answers.add(answer);
        workers.submit(() -> gate.await(LIMIT_S, TimeUnit.SECONDS), loop, into(answer));
      }

      assertThat(workers.backlog()).isEqualTo(2);
      assertThat(answers.get(2))
          .failsWithin(Duration.ofSeconds(LIMIT_S))
          .withThrowableThat()
          .withCauseInstanceOf(RejectedExecutionException.class)
          .withMessageContaining("workers 'decode' are full or closed");
      gate.countDown();
      assertThat(get(answers.get(0))).isTrue();
      assertThat(get(answers.get(1))).isTrue();
      assertThat(workers.backlog()).isZero();
    }
  }

  @Test
  void closingWaitsForAcceptedWork() {
    try (SystemClock loop = new SystemClock("loop")) {
      BoundedWorkers workers = new BoundedWorkers("decode", 1, 10);
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int number = i;
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        answers.add(answer);
        workers.submit(() -> number, loop, into(answer));
      }
      workers.close();

      for (int i = 0; i < 10; i++) {
        assertThat(get(answers.get(i))).isEqualTo(i);
      }
    }
  }

  @Test
  void resultForAClosedLoopIsDropped() {
    SystemClock loop = new SystemClock("loop");
    try (BoundedWorkers workers = new BoundedWorkers("decode", 1, 2);
        SystemClock other = new SystemClock("other")) {
      loop.close();
      CompletableFuture<Integer> never = new CompletableFuture<>();
      workers.submit(() -> 1, loop, into(never));
      CompletableFuture<Integer> next = new CompletableFuture<>();
      workers.submit(() -> 2, other, into(next));

      assertThat(get(next)).isEqualTo(2);
      assertThat(never).isNotDone();
    }
  }

  @Test
  void inlineWorkersTakeTheTimeTheyAreTold() {
    ManualClock clock = new ManualClock();
    InlineWorkers workers =
        new InlineWorkers("model", Duration.ofMillis(30), Duration.ofMillis(20));
    List<String> log = new ArrayList<>();
    workers.submit(
        () -> {
          log.add("runs at " + clock.nanos() / 1_000_000);
          return "done";
        },
        clock,
        Completion.of(
            value -> log.add(value + " at " + clock.nanos() / 1_000_000),
            failure -> log.add("failed")));
    assertThat(workers.backlog()).isEqualTo(1);

    clock.advance(Duration.ofMillis(30));
    assertThat(log).containsExactly("runs at 30");
    assertThat(workers.backlog()).isEqualTo(1);

    clock.advance(Duration.ofMillis(100));
    assertThat(log).containsExactly("runs at 30", "done at 50");
    assertThat(workers.backlog()).isZero();
  }

  @Test
  void inlineWorkersWithoutDelayAnswerAtOnceAndReportFailures() {
    ManualClock clock = new ManualClock();
    List<String> log = new ArrayList<>();
    try (InlineWorkers workers = new InlineWorkers("model")) {
      workers.<String>submit(
          () -> {
            throw new IllegalStateException("no model");
          },
          clock,
          Completion.of(log::add, failure -> log.add(failure.getMessage())));
      assertThat(workers.name()).isEqualTo("model");
    }

    assertThat(log).containsExactly("no model");
  }
}
