package org.cordboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClocksTest {
  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final List<String> log = new ArrayList<>();

  private void note(String what) {
    log.add(what + " " + clock.now().toEpochMilli());
  }

  @Test
  void timersFireAtTheirOwnInstantInOrder() {
    clock.after(Duration.ofMillis(20), () -> note("b"));
    clock.after(Duration.ofMillis(10), () -> note("a"));
    clock.after(Duration.ofMillis(20), () -> note("c"));
    clock.after(Duration.ofMillis(41), () -> note("late"));

    clock.advance(Duration.ofMillis(40));

    assertThat(log).containsExactly("a 10", "b 20", "c 20");
    assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(40));
    assertThat(clock.nanos()).isEqualTo(40_000_000);
    assertThat(clock.pending()).isEqualTo(1);
  }

  @Test
  void timerSetByATimerFiresWithinTheSameAdvance() {
    clock.after(
        Duration.ofMillis(10), () -> clock.after(Duration.ofMillis(10), () -> note("second")));

    clock.advance(Duration.ofMillis(20));

    assertThat(log).containsExactly("second 20");
  }

  @Test
  void cancelledTimerNeverFiresNotEvenWhenDueTogetherWithTheCanceller() {
    Clock.Timer[] second = new Clock.Timer[1];
    clock.after(Duration.ofMillis(10), () -> second[0].cancel());
    second[0] = clock.after(Duration.ofMillis(10), () -> note("cancelled"));

    clock.advance(Duration.ofMillis(10));
    second[0].cancel();

    assertThat(log).isEmpty();
    assertThat(clock.pending()).isZero();
  }

  @Test
  void negativeDelayMeansSoon() {
    clock.after(Duration.ofMillis(-5), () -> note("soon"));
    assertThat(log).isEmpty();

    clock.advance(Duration.ZERO);

    assertThat(log).containsExactly("soon 0");
  }

  @Test
  void taskPostedByATaskRunsAfterIt() {
    clock.run(
        () -> {
          clock.run(() -> note("inner"));
          note("outer");
        });

    assertThat(log).containsExactly("outer 0", "inner 0");
  }

  @Test
  void failingTaskLeavesTheManualLoopUsable() {
    assertThatThrownBy(
            () ->
                clock.run(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");

    clock.run(() -> note("next"));

    assertThat(log).containsExactly("next 0");
  }

  @Test
  void manualClockIsItsOwnLoop() {
    assertThat(clock.clock()).isSameAs(clock);
    clock.assertOn();
    assertThat(new ManualClock().now()).isEqualTo(new ManualClock().now());
  }

  @Test
  void systemLoopRunsInOrderOnOneThread() {
    try (SystemClock loop = new SystemClock("call-loop")) {
      List<String> order = new ArrayList<>();
      CompletableFuture<List<String>> done = new CompletableFuture<>();
      for (int i = 0; i < 3; i++) {
        String name = Integer.toString(i);
        loop.run(() -> order.add(name));
      }
      loop.run(
          () -> {
            loop.assertOn();
            loop.run(() -> order.add("inline"));
            order.add(Thread.currentThread().getName());
            done.complete(order);
          });

      assertThat(get(done)).containsExactly("0", "1", "2", "inline", "call-loop");
      assertThatThrownBy(loop::assertOn)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("not on the loop");
    }
  }

  @Test
  void systemTimerFiresOnTheLoopAndNotWhenCancelled() {
    try (SystemClock loop = new SystemClock("call-loop")) {
      CompletableFuture<Boolean> fired = new CompletableFuture<>();
      CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
      long before = loop.nanos();
      loop.run(
          () -> {
            Clock.Timer dropped =
                loop.clock().after(Duration.ofMillis(1), () -> cancelled.complete(true));
            dropped.cancel();
            loop.clock()
                .after(
                    Duration.ofMillis(20),
                    () -> {
                      loop.assertOn();
                      fired.complete(true);
                    });
          });

      assertThat(get(fired)).isTrue();
      assertThat(loop.nanos() - before).isGreaterThanOrEqualTo(20_000_000);
      assertThat(cancelled).isNotDone();
    }
  }

  @Test
  void failingTaskLeavesTheSystemLoopRunning() {
    try (SystemClock loop = new SystemClock("call-loop")) {
      CompletableFuture<Boolean> next = new CompletableFuture<>();
      loop.run(
          () -> {
            throw new IllegalStateException("expected by a test");
          });
      loop.run(
          () -> {
            loop.assertOn();
            next.complete(true);
          });

      assertThat(get(next)).isTrue();
    }
  }

  @Test
  void closedSystemLoopSaysSo() {
    SystemClock loop = new SystemClock("call-loop");
    loop.close();

    assertThatThrownBy(() -> loop.run(() -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the loop is closed");
  }

  private static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
